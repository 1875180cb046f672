// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <thread>

#include "fuzz_input.hpp"
#include "plumbline/http/server.hpp"

namespace {

using namespace plumbline;

/// Says bodies back, and whatever live sockets hear.
class Echo final : public http::Handler {
 public:
  void handle(http::Request request, http::Reply reply) override {
    reply(http::make_response(200, "text/plain", std::move(request.body)));
  }
  void open_live(http::Request /*request*/, http::LiveReply reply) override {
    auto sink = std::make_shared<http::LiveSink>();
    reply.accept(
        {.opened = [sink](http::LiveSink opened) { *sink = std::move(opened); },
         .message = [sink](std::string_view text) { sink->send(http::share(std::string(text))); },
         .closed = {}});
  }
};

/// A server on a thread of its own, which ends with the process: neither is ever given back.
std::uint16_t start_server() {
  static auto* const echo = new Echo;
  http::ServerOptions options;
  options.limits.sweep = std::chrono::milliseconds(50);
  options.limits.stall_time = std::chrono::milliseconds(500);
  static auto* const server = new http::Server(options, *echo);
  PLUMBLINE_REQUIRE(server->start().has_value());
  std::thread([] { server->run(); }).detach();
  return server->port();
}

}  // namespace

// Whatever comes over a connection, every answer begins like one, and the connection ends soon
// after the client has said its last word.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::uint16_t port = start_server();
  const int client = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  PLUMBLINE_REQUIRE(::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
  const linger at_once{1, 0};
  ::setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
  (void)::send(client, data, size, MSG_NOSIGNAL);
  ::shutdown(client, SHUT_WR);
  std::string answer;
  ssize_t count = 1;
  while (count > 0) {
    pollfd ready{client, POLLIN, 0};
    PLUMBLINE_REQUIRE(::poll(&ready, 1, 15'000) == 1);
    char room[4096];
    count = ::recv(client, room, sizeof(room), 0);
    answer.append(room, count > 0 ? static_cast<std::size_t>(count) : 0);
  }
  ::close(client);
  PLUMBLINE_REQUIRE(answer.empty() || answer.starts_with("HTTP/1.1 "));
  return 0;
}
