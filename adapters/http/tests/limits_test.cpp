// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

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

/// Every time limit short.
ServerOptions hurried() {
  ServerOptions options;
  options.limits.header_time = milliseconds(150);
  options.limits.idle_time = milliseconds(400);
  options.limits.stall_time = milliseconds(200);
  return options;
}

TEST(Server_SlowHeader, IsAnswered408) {
  EchoHandler handler;
  RunningServer server(handler, hurried());
  RawClient client(server->port());
  const std::string head = "GET / HTTP/1.1\r\nHost: localhost\r\nA: aaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  bool open = true;
  for (const char c : head) {
    open = open && client.send({&c, 1}) && !client.receive(milliseconds(10));
  }
  EXPECT_FALSE(open);
  EXPECT_EQ(client.answer().status, 408);
  EXPECT_TRUE(client.is_ended());
  EXPECT_EQ(server->counters().refused.at(ErrorCode::RequestTimeout), 1U);
}

TEST(Server_SilentConnection, IsClosed) {
  EchoHandler handler;
  RunningServer server(handler, hurried());
  RawClient client(server->port());
  EXPECT_TRUE(client.is_ended());
  EXPECT_EQ(client.received, "");
}

TEST(Server_IdleConnection, IsClosedAfterItsTime) {
  EchoHandler handler;
  RunningServer server(handler, hurried());
  RawClient client(server->port());
  EXPECT_EQ(client.ask(get("/")).status, 200);
  EXPECT_FALSE(client.is_ended(milliseconds(250)));
  EXPECT_EQ(client.ask(get("/")).status, 200);
  EXPECT_TRUE(client.is_ended());
}

TEST(Server_StalledBody, IsAnswered408) {
  EchoHandler handler;
  RunningServer server(handler, hurried());
  RawClient client(server->port());
  client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc");
  EXPECT_EQ(client.answer().status, 408);
  EXPECT_TRUE(client.is_ended());
}

TEST(Server_SlowBody, HasAsMuchTimeAsItEarns) {
  EchoHandler handler;
  ServerOptions options = hurried();
  options.limits.least_rate = 1000;
  RunningServer server(handler, options);
  // 100 bytes in 40 ms: faster than 1,000 a second.
  RawClient steady(server->port());
  steady.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
  for (int i = 0; i < 10; ++i) {
    std::this_thread::sleep_for(milliseconds(40));
    steady.send(std::string(100, 'x'));
  }
  EXPECT_EQ(steady.answer().status, 200);
  // One byte in 40 ms: slower.
  RawClient dripping(server->port());
  dripping.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
  bool open = true;
  for (int i = 0; i < 50 && open; ++i) {
    open = dripping.send("x") && !dripping.receive(milliseconds(40));
  }
  EXPECT_FALSE(open);
}

TEST(Server_ReaderThatDoesNotRead, IsCutOff) {
  EchoHandler handler;
  handler.on_request = [](Request, Reply reply) {
    reply(make_response(200, "application/octet-stream", std::string(20'000'000, 'x')));
  };
  RunningServer server(handler, hurried());
  RawClient client(server->port());
  client.send(get("/"));
  ASSERT_TRUE(eventually([&] { return server->counters().bytes_out > 0; }));
  EXPECT_TRUE(eventually([&] { return server->counters().connections_open == 0; }));
  EXPECT_LT(server->counters().bytes_out, 20'000'000U);
}

TEST(Server_Connections, AreLimitedForEachAddressAndInAll) {
  EchoHandler handler;
  for (const bool overall : {true, false}) {
    ServerOptions options;
    (overall ? options.limits.connections : options.limits.connections_per_address) = 3;
    RunningServer server(handler, options);
    RawClient one(server->port());
    RawClient two(server->port());
    RawClient three(server->port());
    EXPECT_EQ(three.ask(get("/")).status, 200);
    RawClient four(server->port());
    EXPECT_EQ(four.answer().status, 503);
    EXPECT_TRUE(four.is_ended());
    one.close();
    EXPECT_TRUE(eventually([&] { return server->counters().connections_open == 2; }));
    RawClient five(server->port());
    EXPECT_EQ(five.ask(get("/")).status, 200);
  }
}

TEST(Server_Rate, IsHeldAndSaysWhenToComeBack) {
  EchoHandler handler;
  ServerOptions options;
  options.limits.rate = Rate{.per_second = 0.5, .burst = 3};
  options.limits.rate_for_loopback = true;
  RunningServer server(handler, options);
  for (int i = 0; i < 3; ++i) {
    RawClient client(server->port());
    EXPECT_EQ(client.ask(get("/")).status, 200);
  }
  RawClient client(server->port());
  const Answer answer = client.ask(get("/"));
  EXPECT_EQ(answer.status, 429);
  EXPECT_TRUE(answer.has("Retry-After: "));
  EXPECT_FALSE(answer.has("Connection: close"));
}

}  // namespace
}  // namespace plumbline::http
