// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Bodies and answers have budgets, long bodies go out in pieces, and proxies may speak for others.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

#include "loopback.hpp"

namespace plumbline::http {
namespace {

using testing::Answer;
using testing::EchoHandler;
using testing::eventually;
using testing::get;
using testing::milliseconds;
using testing::RawClient;
using testing::RunningServer;

constexpr std::size_t kLarge = 200UL * 1024;

std::string put(std::size_t length, std::size_t sent) {
  return "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(length) +
         "\r\n\r\n" + std::string(sent, 'x');
}

ServerOptions small_budgets() {
  ServerOptions options;
  options.limits.bodies = 2 * kLarge;
  options.limits.answers = 2 * kLarge;
  return options;
}

TEST(Server_BodiesAboveTheBudget_AreToldToComeBack, AndFindRoomLater) {
  EchoHandler handler;
  std::atomic<int> asked = 0;
  std::vector<Reply> kept;
  handler.on_request = [&](Request, Reply reply) {
    kept.push_back(std::move(reply));
    ++asked;
  };
  RunningServer server(handler, small_budgets());
  RawClient first(server->port());
  first.send(put(kLarge, kLarge));
  ASSERT_TRUE(eventually([&] { return asked == 1; }));
  RawClient second(server->port());
  const Answer refused = second.ask(put(kLarge, kLarge));
  EXPECT_EQ(refused.status, 503);
  EXPECT_TRUE(refused.has("Retry-After: 5\r\n"));
  server->post([&] { kept.front()(make_response(200, "text/plain", std::string("done"))); });
  EXPECT_EQ(first.answer().status, 200);
  RawClient third(server->port());
  third.send(put(kLarge, kLarge));
  EXPECT_TRUE(eventually([&] { return asked == 2; }));
  server.stop();
}

TEST(Server_AnswersAboveTheBudget_AreToldToComeBack, WhileOthersDoNotRead) {
  EchoHandler handler;
  const SharedText large = share(std::string(64 * kLarge, 'y'));
  handler.on_request = [&](Request, Reply reply) {
    reply(make_response(200, "application/octet-stream", large));
  };
  ServerOptions options;
  options.limits.answers = 65 * kLarge;
  RunningServer server(handler, options);
  RawClient slow(server->port());
  slow.send(get("/"));
  ASSERT_TRUE(slow.receive());
  RawClient other(server->port());
  EXPECT_EQ(other.ask(get("/")).status, 503);
  slow.close();
  EXPECT_TRUE(eventually([&] {
    RawClient again(server->port());
    again.send(get("/"));
    return again.receive() && again.received.starts_with("HTTP/1.1 200 ");
  }));
}

/// Counts to a number, one piece each; breaks off where it is told to.
class Counting : public BodySource {
 public:
  Counting(int last, int breaks_at) : last_(last), breaks_at_(breaks_at) {}
  void next(PieceReply reply) override {
    ++at_;
    if (at_ == breaks_at_) return;
    const bool done = at_ == last_;
    std::thread([reply = std::move(reply), text = std::to_string(at_) + ";", done]() mutable {
      reply({share(done ? "" : text), done});
    }).detach();
  }
  std::size_t most_bytes() const override { return 10; }

 private:
  int last_;
  int breaks_at_;
  int at_ = 0;
};

std::string all_that_comes(RawClient& client) {
  while (!client.is_ended()) {
  }
  return client.received;
}

TEST(Server_BodyInPieces, GoesOutAsChunks) {
  EchoHandler handler;
  handler.on_request = [](Request, Reply reply) {
    Response response;
    response.close = true;
    response.source = std::make_shared<Counting>(4, 0);
    reply(std::move(response));
  };
  RunningServer server(handler);
  RawClient client(server->port());
  client.send(get("/"));
  const std::string text = all_that_comes(client);
  EXPECT_NE(text.find("Transfer-Encoding: chunked\r\n"), std::string::npos);
  EXPECT_TRUE(text.ends_with("\r\n\r\n2\r\n1;\r\n2\r\n2;\r\n2\r\n3;\r\n0\r\n\r\n")) << text;
  RawClient old(server->port());
  old.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(all_that_comes(old).ends_with("\r\n\r\n1;2;3;"));
  RawClient head(server->port());
  head.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(all_that_comes(head).ends_with("\r\n\r\n"));
}

TEST(Server_BodyInPieces_ThatBreaksOff, IsNotTakenForAWholeOne) {
  EchoHandler handler;
  handler.on_request = [](Request, Reply reply) {
    Response response;
    response.source = std::make_shared<Counting>(4, 3);
    reply(std::move(response));
  };
  RunningServer server(handler);
  RawClient client(server->port());
  client.send(get("/"));
  const std::string text = all_that_comes(client);
  EXPECT_NE(text.find("2;"), std::string::npos);
  EXPECT_EQ(text.find("\r\n0\r\n"), std::string::npos);
}

TEST(Server_ForwardedAddress, CountsOnlyFromATrustedProxy) {
  EchoHandler handler;
  handler.on_request = [](Request request, Reply reply) {
    reply(make_response(200, "text/plain", request.peer + (request.from_loopback ? " here" : "")));
  };
  const std::string forwarded =
      get("/", "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-For: 10.9.9.9, 192.0.2.7\r\n");
  RunningServer plain(handler);
  EXPECT_EQ(RawClient(plain->port()).ask(forwarded).body, "127.0.0.1 here");
  ServerOptions options;
  options.trusted_proxies = {"127.0.0.1"};
  options.limits.rate = Rate{.per_second = 0.001, .burst = 2};
  RunningServer behind(handler, options);
  RawClient client(behind->port());
  EXPECT_EQ(client.ask(forwarded).body, "192.0.2.7");
  EXPECT_EQ(client.ask(forwarded).body, "192.0.2.7");
  EXPECT_EQ(client.ask(forwarded).status, 429);
  EXPECT_EQ(client.ask(get("/", "X-Forwarded-For: 192.0.2.8\r\n")).body, "192.0.2.8");
  EXPECT_EQ(client.ask(get("/", "X-Forwarded-For: nonsense\r\n")).body, "127.0.0.1 here");
}

}  // namespace
}  // namespace plumbline::http
