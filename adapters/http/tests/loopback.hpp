// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "plumbline/http/server.hpp"

namespace plumbline::http::testing {

using std::chrono::milliseconds;

/// Answers with what a test gives it; otherwise says back method, path and body.
class EchoHandler : public Handler {
 public:
  void handle(Request request, Reply reply) override {
    if (on_request) {
      on_request(std::move(request), std::move(reply));
      return;
    }
    reply(make_response(
        200, "text/plain",
        std::string(name_of(request.method)) + " " + request.path + " " + request.body));
  }
  void open_live(Request request, LiveReply reply) override {
    if (on_live) {
      on_live(std::move(request), std::move(reply));
      return;
    }
    reply.refuse(make_response(404, "text/plain", std::string("nothing live here")));
  }

  std::function<void(Request, Reply)> on_request;
  std::function<void(Request, LiveReply)> on_live;
};

/// A server on a free port of this machine, with its io thread.
class RunningServer {
 public:
  explicit RunningServer(EchoHandler& handler, ServerOptions options = {})
      : server_(quick(std::move(options)), handler) {
    if (const auto started = server_.start(); !started) {
      std::abort();
    }
    thread_ = std::thread([this] { server_.run(); });
  }
  ~RunningServer() { stop(); }

  void stop() {
    server_.stop();
    if (thread_.joinable()) {
      thread_.join();
    }
  }
  Server& operator*() { return server_; }
  Server* operator->() { return &server_; }

 private:
  static ServerOptions quick(ServerOptions options) {
    options.limits.sweep = milliseconds(20);
    return options;
  }
  Server server_;
  std::thread thread_;
};

/// What came back: status, head and body as they stood on the wire.
struct Answer {
  int status = 0;
  std::string head;
  std::string body;

  bool has(std::string_view line) const { return head.find(line) != std::string::npos; }
};

/// A client that sends bytes as they are.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
  }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient() { close(); }

  bool connected() const { return connected_; }
  int descriptor() const { return socket_; }
  void close() {
    if (socket_ >= 0) {
      ::close(std::exchange(socket_, -1));
    }
  }
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) {
        return false;
      }
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  /// Appends what comes next to `received`; false at the end or after the time.
  bool receive(milliseconds time = milliseconds(5000)) {
    pollfd ready{socket_, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(time.count())) <= 0) {
      return false;
    }
    char room[16384];
    const auto count = ::recv(socket_, room, sizeof(room), 0);
    ended_ = count <= 0;
    if (count > 0) {
      received.append(room, static_cast<std::size_t>(count));
    }
    return count > 0;
  }
  bool receive_at_least(std::size_t count) {
    while (received.size() < count) {
      if (!receive()) {
        return false;
      }
    }
    return true;
  }
  /// Whether the other side closes within the time.
  bool is_ended(milliseconds time = milliseconds(5000)) {
    while (!ended_ && receive(time)) {
    }
    return ended_;
  }
  /// The next answer; status 0 where none comes.
  Answer answer(bool head_only = false) {
    Answer answer;
    auto end = received.find("\r\n\r\n");
    while (end == std::string::npos) {
      if (!receive()) {
        return answer;
      }
      end = received.find("\r\n\r\n");
    }
    answer.head = received.substr(0, end + 2);
    received.erase(0, end + 4);
    answer.status = std::atoi(answer.head.c_str() + 9);
    const auto at = answer.head.find("Content-Length: ");
    if (!head_only && at != std::string::npos) {
      const auto size = static_cast<std::size_t>(std::atoi(answer.head.c_str() + at + 16));
      receive_at_least(size);
      answer.body = received.substr(0, size);
      received.erase(0, size);
    }
    return answer;
  }
  Answer ask(std::string_view bytes) {
    send(bytes);
    return answer();
  }

  std::string received;

 private:
  int socket_;
  bool connected_ = false;
  bool ended_ = false;
};

inline std::string get(std::string_view target, std::string_view more = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more) +
         "\r\n";
}

/// Waits until something holds, at most five seconds.
template <class Condition>
bool eventually(Condition condition) {
  for (int i = 0; i < 500; ++i) {
    if (condition()) {
      return true;
    }
    std::this_thread::sleep_for(milliseconds(10));
  }
  return false;
}

}  // namespace plumbline::http::testing
