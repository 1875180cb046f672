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

namespace plumbline::http {
namespace {

using testing::Answer;
using testing::EchoHandler;
using testing::eventually;
using testing::milliseconds;
using testing::RawClient;
using testing::RunningServer;

std::string handshake(std::string_view more = "") {
  return "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         std::string(more) + "\r\n";
}

/// A masked frame of a client (RFC 6455 5.2), up to 65,535 bytes.
std::string frame(unsigned opcode, std::string_view text, bool last = true) {
  std::string bytes;
  bytes.push_back(static_cast<char>((last ? 0x80U : 0U) | opcode));
  if (text.size() < 126) {
    bytes.push_back(static_cast<char>(0x80U | text.size()));
  } else {
    bytes.push_back(static_cast<char>(0xfe));
    bytes.push_back(static_cast<char>(text.size() >> 8U));
    bytes.push_back(static_cast<char>(text.size() & 0xffU));
  }
  const std::string mask = "\x11\x22\x33\x44";
  bytes += mask;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bytes.push_back(static_cast<char>(text[i] ^ mask[i % 4]));
  }
  return bytes;
}

struct Frame {
  unsigned opcode = 0xff;
  std::string text;
};

/// The next frame of the server; opcode 0xff where none comes.
Frame next_frame(RawClient& client) {
  if (!client.receive_at_least(2)) {
    return {};
  }
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(client.received[i]); };
  std::size_t size = byte(1) & 0x7fU;
  std::size_t head = 2;
  if (size == 126) {
    client.receive_at_least(4);
    size = byte(2) * 256U + byte(3);
    head = 4;
  }
  client.receive_at_least(head + size);
  Frame found{byte(0) & 0x0fU, client.received.substr(head, size)};
  client.received.erase(0, head + size);
  return found;
}

unsigned close_code(const Frame& found) {
  return found.text.size() < 2 ? 0
                               : static_cast<unsigned char>(found.text[0]) * 256U +
                                     static_cast<unsigned char>(found.text[1]);
}

/// Says everything back, and remembers its sockets.
class LiveTest : public ::testing::Test {
 protected:
  LiveTest() {
    handler_.on_live = [this](Request, LiveReply reply) {
      auto sink = std::make_shared<LiveSink>();
      reply.accept(
          {.opened =
               [this, sink](LiveSink opened) {
                 *sink = opened;
                 const std::lock_guard lock(mutex_);
                 sinks_.push_back(std::move(opened));
               },
           .message = [sink](std::string_view text) { sink->send(share(std::string(text))); },
           .closed = [this] { ++closed_; }});
    };
  }
  LiveSink sink(std::size_t index) {
    EXPECT_TRUE(eventually([&] {
      const std::lock_guard lock(mutex_);
      return sinks_.size() > index;
    }));
    const std::lock_guard lock(mutex_);
    return sinks_.at(index);
  }

  EchoHandler handler_;
  std::mutex mutex_;
  std::vector<LiveSink> sinks_;
  std::atomic<int> closed_ = 0;
};

TEST_F(LiveTest, Handshake_OfTheStandard_IsAnsweredAsThere) {
  RunningServer server(handler_);
  RawClient client(server->port());
  const Answer answer = client.ask(handshake());
  EXPECT_EQ(answer.status, 101);
  // Oracle: RFC 6455 1.3, the example.
  EXPECT_TRUE(answer.has("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
  EXPECT_FALSE(answer.has("permessage-deflate"));
}

TEST_F(LiveTest, Messages_ComeBack) {
  RunningServer server(handler_);
  RawClient client(server->port());
  // A frame right behind the handshake, another in three parts, with a ping between.
  client.send(handshake() + frame(1, "first"));
  EXPECT_EQ(client.answer().status, 101);
  EXPECT_EQ(next_frame(client).text, "first");
  client.send(frame(1, "a", false) + frame(0, "b", false) + frame(9, "ping") + frame(0, "c"));
  EXPECT_EQ(next_frame(client).opcode, 10U);
  EXPECT_EQ(next_frame(client).text, "abc");
  client.send(frame(1, std::string(4096, 'x')));
  EXPECT_EQ(next_frame(client).text.size(), 4096U);
  client.send(frame(8, std::string("\x03\xe8", 2)));
  EXPECT_EQ(close_code(next_frame(client)), 1000U);
  EXPECT_TRUE(client.is_ended());
  EXPECT_TRUE(eventually([&] { return closed_ == 1; }));
  EXPECT_TRUE(eventually([&] { return server->counters().live_open == 0; }));
}

TEST_F(LiveTest, Faults_AreClosedWithTheirCode) {
  RunningServer server(handler_);
  const std::vector<std::pair<std::string, unsigned>> cases = {
      {frame(1, std::string(4097, 'x')), 1009},  // too big
      {frame(1, "\xff\xfe"), 1007},              // not UTF-8
      {frame(2, "binary"), 1003},                // not text
      {frame(3, "reserved"), 1002},              // no such kind
      {std::string("\x81\x02hi", 4), 1002},      // not masked
      {frame(0, "continues nothing"), 1002},     // out of order
  };
  for (const auto& [bytes, code] : cases) {
    RawClient client(server->port());
    EXPECT_EQ(client.ask(handshake()).status, 101);
    client.send(bytes);
    EXPECT_EQ(close_code(next_frame(client)), code);
    client.send(frame(8, ""));
    EXPECT_TRUE(client.is_ended());
  }
  EXPECT_TRUE(eventually([&] { return closed_ == static_cast<int>(cases.size()); }));
}

TEST_F(LiveTest, FloodOfMessages_IsClosed) {
  RunningServer server(handler_);
  RawClient client(server->port());
  client.ask(handshake());
  std::string many;
  for (int i = 0; i < 200; ++i) {
    many += frame(1, "x");
  }
  client.send(many);
  unsigned code = 0;
  for (Frame next = next_frame(client); next.opcode != 0xff; next = next_frame(client)) {
    code = next.opcode == 8 ? close_code(next) : code;
    if (code != 0) {
      break;
    }
  }
  EXPECT_EQ(code, 1008U);
}

TEST_F(LiveTest, SilentClient_IsPingedThenDropped) {
  ServerOptions options;
  options.limits.live_ping = milliseconds(150);
  RunningServer server(handler_, options);
  RawClient client(server->port());
  client.ask(handshake());
  EXPECT_EQ(next_frame(client).opcode, 9U);
  client.send(frame(10, ""));
  EXPECT_EQ(next_frame(client).opcode, 9U);
  EXPECT_TRUE(client.is_ended());
  EXPECT_TRUE(eventually([&] { return closed_ == 1; }));
}

TEST_F(LiveTest, Origin_MustBeOurs) {
  RunningServer server(handler_);
  for (const auto* line : {"", "Origin: http://localhost\r\n"}) {
    EXPECT_EQ(RawClient(server->port()).ask(handshake(line)).status, 101) << line;
  }
  for (const auto* line : {"Origin: http://evil.example\r\n", "Origin: https://localhost\r\n",
                           "Origin: null\r\n", "Origin: http://localhost\r\nOrigin: x\r\n"}) {
    EXPECT_EQ(RawClient(server->port()).ask(handshake(line)).status, 403) << line;
  }
}

TEST_F(LiveTest, Refusal_KeepsTheConnection) {
  handler_.on_live = {};
  RunningServer server(handler_);
  RawClient client(server->port());
  EXPECT_EQ(client.ask(handshake()).status, 404);
  EXPECT_EQ(client.ask(testing::get("/x")).status, 200);
}

TEST_F(LiveTest, DroppedReply_Refuses) {
  handler_.on_live = [](Request, LiveReply) {};
  RunningServer server(handler_);
  EXPECT_EQ(RawClient(server->port()).ask(handshake()).status, 500);
}

TEST_F(LiveTest, AcceptFromAnotherThread_Works) {
  std::thread thread;
  handler_.on_live = [&](Request, LiveReply reply) {
    thread = std::thread([reply = std::move(reply)]() mutable {
      reply.accept({.opened = [](LiveSink sink) { sink.send(share("hello")); },
                    .message = {},
                    .closed = {}});
    });
  };
  RunningServer server(handler_);
  RawClient client(server->port());
  EXPECT_EQ(client.ask(handshake()).status, 101);
  EXPECT_EQ(next_frame(client).text, "hello");
  thread.join();
}

TEST_F(LiveTest, SocketsOfAnAddress_AreLimited) {
  ServerOptions options;
  options.limits.live_per_address = 2;
  RunningServer server(handler_, options);
  RawClient one(server->port());
  RawClient two(server->port());
  EXPECT_EQ(one.ask(handshake()).status, 101);
  EXPECT_EQ(two.ask(handshake()).status, 101);
  EXPECT_EQ(RawClient(server->port()).ask(handshake()).status, 503);
  one.close();
  EXPECT_TRUE(eventually([&] { return server->counters().live_open == 1; }));
  EXPECT_EQ(RawClient(server->port()).ask(handshake()).status, 101);
}

TEST_F(LiveTest, ReaderThatDoesNotRead_IsDropped) {
  RunningServer server(handler_);
  RawClient client(server->port());
  client.ask(handshake());
  const LiveSink live = sink(0);
  const auto text = share(std::string(30'000, 'x'));
  int sent = 0;
  while (sent < 10'000 && live.send(text)) {
    ++sent;
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
  EXPECT_LT(sent, 10'000);
  EXPECT_TRUE(eventually([&] { return closed_ == 1 && server->counters().live_dropped == 1; }));
  EXPECT_FALSE(live.is_open());
}

TEST_F(LiveTest, SendFromManyThreads_ArrivesWhole) {
  ServerOptions options;
  options.limits.live_backlog = 1'000'000;
  RunningServer server(handler_, options);
  RawClient client(server->port());
  client.ask(handshake());
  const LiveSink live = sink(0);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([live, t] {
      for (int i = 0; i < 200; ++i) {
        live.send(share(std::string(static_cast<std::size_t>(i), static_cast<char>('a' + t))));
      }
    });
  }
  std::size_t bytes = 0;
  for (int i = 0; i < 800; ++i) {
    const Frame next = next_frame(client);
    ASSERT_EQ(next.opcode, 1U);
    EXPECT_EQ(next.text.find_first_not_of(next.text.substr(0, 1)), std::string::npos);
    bytes += next.text.size();
  }
  EXPECT_EQ(bytes, 4U * 199 * 200 / 2);
  for (auto& thread : threads) {
    thread.join();
  }
}

TEST_F(LiveTest, CloseByTheOwner_HasCodeAndReason) {
  RunningServer server(handler_);
  RawClient client(server->port());
  client.ask(handshake());
  sink(0).close(4001, "signed out");
  const Frame last = next_frame(client);
  EXPECT_EQ(close_code(last), 4001U);
  EXPECT_EQ(last.text.substr(2), "signed out");
}

TEST_F(LiveTest, ThrowingOwner_LosesItsSocketOnly) {
  handler_.on_live = [](Request, LiveReply reply) {
    reply.accept({.opened = {},
                  .message = [](std::string_view) { throw std::runtime_error("a fault"); },
                  .closed = {}});
  };
  RunningServer server(handler_);
  RawClient client(server->port());
  client.ask(handshake());
  client.send(frame(1, "x"));
  EXPECT_EQ(close_code(next_frame(client)), 1011U);
  server->post([] { throw std::runtime_error("a fault"); });
  EXPECT_EQ(RawClient(server->port()).ask(testing::get("/")).status, 200);
  EXPECT_EQ(server->counters().refused.at(ErrorCode::Internal), 2U);
}

TEST_F(LiveTest, Stop_ClosesWith1001) {
  RunningServer server(handler_);
  RawClient client(server->port());
  client.ask(handshake());
  RawClient deaf(server->port());
  deaf.ask(handshake());
  (void)sink(1);
  std::thread stopping([&] { server.stop(); });
  EXPECT_EQ(close_code(next_frame(client)), 1001U);
  client.send(frame(8, std::string("\x03\xe9", 2)));
  EXPECT_TRUE(client.is_ended());
  deaf.close();
  stopping.join();
  EXPECT_EQ(closed_, 2);
  EXPECT_FALSE(sink(0).send(share("too late")));
}

TEST_F(LiveTest, ChurnOfSockets_LeavesNothing) {
  RunningServer server(handler_);
  for (int i = 0; i < 500; ++i) {
    RawClient client(server->port());
    if (i % 2 == 0) {
      ASSERT_EQ(client.ask(handshake()).status, 101);
    }
    client.send(i % 3 == 0 ? handshake() + frame(1, "x") : frame(1, "x"));
  }
  EXPECT_TRUE(eventually([&] {
    const auto counters = server->counters();
    return counters.live_open == 0 && counters.connections_open == 0;
  }));
}

}  // namespace
}  // namespace plumbline::http
