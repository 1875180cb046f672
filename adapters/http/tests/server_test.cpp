// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "loopback.hpp"
#include "plumbline/http/gzip.hpp"

namespace plumbline::http {
namespace {

using testing::Answer;
using testing::EchoHandler;
using testing::eventually;
using testing::get;
using testing::milliseconds;
using testing::RawClient;
using testing::RunningServer;

TEST(Server_KeptConnection, AnswersOneAfterAnother) {
  EchoHandler handler;
  RunningServer server(handler);
  RawClient client(server->port());
  for (int i = 0; i < 100; ++i) {
    const Answer answer = client.ask(get("/a" + std::to_string(i)));
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /a" + std::to_string(i) + " ");
    EXPECT_FALSE(answer.has("Connection:"));
    EXPECT_TRUE(answer.has("Date: "));
  }
  EXPECT_EQ(server->counters().answers[1], 100U);
  EXPECT_EQ(server->counters().connections_made, 1U);
}

TEST(Server_PipelinedRequests, AreAnsweredInOrder) {
  EchoHandler handler;
  std::vector<std::thread> threads;
  handler.on_request = [&threads](Request request, Reply reply) {
    auto text = make_response(200, "text/plain", request.path + request.body);
    if (request.path == "/slow") {
      threads.emplace_back([reply = std::move(reply), text = std::move(text)]() mutable {
        std::this_thread::sleep_for(milliseconds(30));
        reply(std::move(text));
      });
      return;
    }
    reply(std::move(text));
  };
  {
    RunningServer server(handler);
    RawClient client(server->port());
    std::string many =
        get("/slow") + "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";
    for (int i = 0; i < 200; ++i) {
      many += get("/" + std::to_string(i));
    }
    client.send(many);
    EXPECT_EQ(client.answer().body, "/slow");
    EXPECT_EQ(client.answer().body, "/bodyabc");
    for (int i = 0; i < 200; ++i) {
      ASSERT_EQ(client.answer().body, "/" + std::to_string(i));
    }
  }
  for (auto& thread : threads) {
    thread.join();
  }
}

TEST(Server_RequestInSinglyBytes, IsAnswered) {
  EchoHandler handler;
  RunningServer server(handler);
  RawClient client(server->port());
  for (const char c :
       std::string("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi")) {
    client.send({&c, 1});
    std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_EQ(client.answer().body, "POST /x hi");
}

TEST(Server_HeadRequest, HasTheLengthAndNoBody) {
  EchoHandler handler;
  RunningServer server(handler);
  RawClient client(server->port());
  client.send("HEAD /x HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/y"));
  EXPECT_TRUE(client.answer(true).has("Content-Length: 8\r\n"));
  EXPECT_EQ(client.answer().body, "GET /y ");
}

TEST(Server_StatusesWithoutBody, SendNone) {
  EchoHandler handler;
  handler.on_request = [](Request request, Reply reply) {
    reply(make_response(request.path == "/204" ? 204 : 304, "text/plain", std::string("hidden")));
  };
  RunningServer server(handler);
  RawClient client(server->port());
  for (const auto* path : {"/204", "/304"}) {
    const Answer answer = client.ask(get(path));
    EXPECT_FALSE(answer.has("Content-Length"));
    EXPECT_EQ(client.received, "");
  }
}

TEST(Server_Http10, ClosesUnlessAskedToKeep) {
  EchoHandler handler;
  RunningServer server(handler);
  RawClient client(server->port());
  const std::string start = "GET / HTTP/1.0\r\nHost: localhost\r\n";
  EXPECT_TRUE(client.ask(start + "Connection: keep-alive\r\n\r\n").has("Connection: keep-alive"));
  EXPECT_TRUE(client.ask(start + "\r\n").has("Connection: close"));
  EXPECT_TRUE(client.is_ended());
}

TEST(Server_ExpectContinue, AsksForTheBodyOrRefuses) {
  EchoHandler handler;
  RunningServer server(handler);
  const std::string start = "POST /x HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n";
  RawClient client(server->port());
  client.send(start + "Content-Length: 2\r\n\r\n");
  EXPECT_EQ(client.answer().status, 100);
  EXPECT_EQ(client.ask("hi").body, "POST /x hi");
  EXPECT_EQ(client.ask(start + "Content-Length: 2000000\r\n\r\n").status, 413);
  EXPECT_TRUE(client.is_ended());
}

TEST(Server_RefusedRequest, IsAnsweredEvenWhileItsBodyIsComing) {
  EchoHandler handler;
  ServerOptions options;
  options.problem = [](const Error& error) {
    return make_response(200, "application/problem+json", std::string(slug(error.code)));
  };
  options.default_headers.add("X-Content-Type-Options", "nosniff");
  RunningServer server(handler, options);
  RawClient client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n" +
              std::string(100'000, 'x'));
  const Answer answer = client.answer();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.body, "body-too-large");
  EXPECT_TRUE(answer.has("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_TRUE(client.is_ended());
  EXPECT_EQ(server->counters().refused.at(ErrorCode::BodyTooLarge), 1U);
}

TEST(Server_HeaderOfAHandler, CannotSplitTheAnswer) {
  EchoHandler handler;
  handler.on_request = [](Request, Reply reply) {
    Response response = make_response(200, "text/plain", std::string("secret"));
    response.headers.add("Location", "/x\r\nSet-Cookie: a=b");
    reply(std::move(response));
  };
  RunningServer server(handler);
  RawClient client(server->port());
  const Answer answer = client.ask(get("/"));
  EXPECT_EQ(answer.status, 500);
  EXPECT_FALSE(answer.has("Set-Cookie"));
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST(Server_StatusThatIsNone, Is500) {
  EchoHandler handler;
  handler.on_request = [](Request, Reply reply) { reply(Response{.status = 99}); };
  RunningServer server(handler);
  EXPECT_EQ(RawClient(server->port()).ask(get("/")).status, 500);
}

TEST(Server_DefaultHeaders, GiveWayToTheHandlers) {
  EchoHandler handler;
  handler.on_request = [](Request, Reply reply) {
    Response response = make_response(200, "text/plain", std::string("x"));
    response.headers.add("content-security-policy", "mine");
    reply(std::move(response));
  };
  ServerOptions options;
  options.default_headers.add("Content-Security-Policy", "general");
  options.default_headers.add("Referrer-Policy", "no-referrer");
  RunningServer server(handler, options);
  RawClient client(server->port());
  const Answer answer = client.ask(get("/"));
  EXPECT_FALSE(answer.has("general"));
  EXPECT_TRUE(answer.has("mine"));
  EXPECT_TRUE(answer.has("Referrer-Policy: no-referrer\r\n"));
}

TEST(Server_DroppedOrThrown, IsAnswered500) {
  EchoHandler handler;
  handler.on_request = [](Request request, Reply) {
    if (request.path == "/throw") {
      throw std::runtime_error("a fault");
    }
  };
  RunningServer server(handler);
  RawClient client(server->port());
  EXPECT_EQ(client.ask(get("/drop")).status, 500);
  EXPECT_EQ(client.ask(get("/throw")).status, 500);
}

TEST(Server_LateReply, IsForgotten) {
  EchoHandler handler;
  std::vector<Reply> kept;
  std::mutex mutex;
  handler.on_request = [&](Request request, Reply reply) {
    if (request.path == "/late") {
      const std::lock_guard lock(mutex);
      kept.push_back(std::move(reply));
      return;
    }
    reply(make_response(200, "text/plain", request.path));
  };
  ServerOptions options;
  options.limits.handler_time = milliseconds(50);
  {
    RunningServer server(handler, options);
    RawClient client(server->port());
    EXPECT_EQ(client.ask(get("/late")).status, 503);
    EXPECT_TRUE(client.is_ended());
    RawClient other(server->port());
    EXPECT_EQ(other.ask(get("/now")).body, "/now");
    EXPECT_EQ(server->counters().refused.at(ErrorCode::TooSlow), 1U);
    kept[0](make_response(200, "text/plain", std::string("too late")));
    kept.clear();
    RawClient third(server->port());
    third.send(get("/late"));
    EXPECT_TRUE(eventually([&] {
      const std::lock_guard lock(mutex);
      return kept.size() == 1;
    }));
  }
  // After the server has gone nothing happens either.
  kept[0](make_response(200, "text/plain", std::string("far too late")));
}

TEST(Server_LargeText, IsCompressedOnce) {
  EchoHandler handler;
  const std::string text(5000, 'a');
  handler.on_request = [&text](Request request, Reply reply) {
    Response response = make_response(200, "application/json", text);
    response.compressible = request.path != "/secret";
    reply(std::move(response));
  };
  RunningServer server(handler);
  RawClient client(server->port());
  const Answer packed = client.ask(get("/", "Accept-Encoding: br, gzip;q=0.5\r\n"));
  EXPECT_TRUE(packed.has("Content-Encoding: gzip\r\n"));
  EXPECT_TRUE(packed.has("Vary: Accept-Encoding\r\n"));
  EXPECT_EQ(inflate_gzip(packed.body, 10'000).value(), text);
  for (const auto* line : {"", "Accept-Encoding: gzip;q=0\r\n", "Accept-Encoding: br\r\n"}) {
    const Answer plain = client.ask(get("/", line));
    EXPECT_FALSE(plain.has("Content-Encoding"));
    EXPECT_TRUE(plain.has("Vary: Accept-Encoding\r\n"));
    EXPECT_EQ(plain.body, text);
  }
  EXPECT_EQ(client.ask(get("/secret", "Accept-Encoding: gzip\r\n")).body, text);
}

TEST(Server_ManyShortConnections, LeaveNothingBehind) {
  EchoHandler handler;
  RunningServer server(handler);
  for (int i = 0; i < 2000; ++i) {
    RawClient client(server->port());
    ASSERT_TRUE(client.connected());
    if (i % 4 == 0) {
      continue;  // connects and goes
    }
    if (i % 4 == 1) {
      client.send("GET / HT");
      continue;
    }
    if (i % 4 == 2) {
      client.send(get("/"));
      continue;  // goes without waiting for the answer
    }
    ASSERT_EQ(client.ask(get("/", "Connection: close\r\n")).status, 200);
  }
  EXPECT_TRUE(eventually([&] { return server->counters().connections_open == 0; }));
  EXPECT_EQ(server->counters().connections_made, 2000U);
}

TEST(Server_Stop, LetsAnswersUnderWayFinish) {
  EchoHandler handler;
  std::atomic<int> begun = 0;
  std::vector<std::thread> threads;
  handler.on_request = [&](Request, Reply reply) {
    ++begun;
    threads.emplace_back([reply = std::move(reply)]() mutable {
      std::this_thread::sleep_for(milliseconds(100));
      reply(make_response(200, "text/plain", std::string(300'000, 'x')));
    });
  };
  RunningServer server(handler);
  const auto port = server->port();
  RawClient idle(port);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 10; ++i) {
    clients.push_back(std::make_unique<RawClient>(port));
    clients.back()->send(get("/"));
  }
  ASSERT_TRUE(eventually([&] { return begun == 10; }));
  std::thread stopping([&] { server.stop(); });
  EXPECT_TRUE(idle.is_ended());
  for (auto& client : clients) {
    const Answer answer = client->answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has("Connection: close"));
    EXPECT_EQ(answer.body.size(), 300'000U);
    client->close();
  }
  stopping.join();
  EXPECT_FALSE(RawClient(port).connected());
  for (auto& thread : threads) {
    thread.join();
  }
}

TEST(Server_Stop, CutsOffWhatDoesNotEnd) {
  EchoHandler handler;
  std::vector<Reply> kept;
  handler.on_request = [&](Request, Reply reply) { kept.push_back(std::move(reply)); };
  ServerOptions options;
  options.limits.stop_time = milliseconds(100);
  RunningServer server(handler, options);
  RawClient client(server->port());
  client.send(get("/"));
  RawClient half(server->port());
  half.send("GET / HTTP");
  ASSERT_TRUE(eventually([&] { return server->counters().bytes_in > 40; }));
  server.stop();
  EXPECT_TRUE(client.is_ended());
  EXPECT_TRUE(half.is_ended());
}

TEST(Server_Start, SaysWhyItCannotListen) {
  EchoHandler handler;
  RunningServer first(handler);
  ServerOptions taken;
  taken.port = first->port();
  Server second(taken, handler);
  // Two servers may share a port for a moment only where the first has ended.
  EXPECT_EQ(second.start().error().code, ErrorCode::CannotListen);
  ServerOptions nonsense;
  nonsense.address = "somewhere";
  Server third(nonsense, handler);
  EXPECT_EQ(third.start().error().code, ErrorCode::CannotListen);
  third.run();
}

TEST(Server_Post, RunsOnTheIoThread) {
  EchoHandler handler;
  RunningServer server(handler);
  std::atomic<bool> ran = false;
  server->post([&] { ran = true; });
  EXPECT_TRUE(eventually([&] { return ran.load(); }));
}

}  // namespace
}  // namespace plumbline::http
