// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/trust_door.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "plumbline/http/server.hpp"
#include "plumbline/server/assets.hpp"
#include "plumbline/server/house.hpp"
#include "plumbline/server/problem.hpp"

namespace plumbline::server {

std::string trust_page(const std::string& fingerprint) {
  const Asset* asset = find_asset("/trust");
  std::string text = asset == nullptr ? "" : *asset->body;
  const std::string mark = "FINGERPRINT";
  if (const std::size_t at = text.find(mark); at != std::string::npos) {
    text.replace(at, mark.size(),
                 fingerprint.empty() ? "none: the server does not run with --lan" : fingerprint);
  }
  return text;
}

class TrustDoor::Room : public http::Handler {
 public:
  explicit Room(Options options) : options_(std::move(options)), server_(http_options(), *this) {}
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
  ~Room() override { server_.stop(); }

  std::uint16_t port() const { return server_.port(); }

  Result<void> start() {
    if (auto started = server_.start(); !started) return started;
    thread_ = std::jthread([this] { server_.run(); });
    return {};
  }

  void move(const std::vector<std::string>& names, const std::string& origin) {
    server_.post([this, names, origin] {
      options_.names = names;
      options_.origin = origin;
    });
  }

  void handle(http::Request request, http::Reply reply) override {
    if (request.path == "/trust") {
      return reply(
          http::make_response(200, "text/html; charset=utf-8", trust_page(options_.fingerprint)));
    }
    if (request.path == "/ca.crt") {
      return reply(http::make_response(200, "application/x-x509-ca-cert", options_.authority_der));
    }
    if (const Asset* asset = find_asset(request.path); asset != nullptr && asset->is_immutable) {
      return reply(http::make_response(200, asset->content_type, asset->body));
    }
    http::Response away;
    away.status = 307;
    away.headers.add("Location", options_.origin + "/");
    reply(std::move(away));
  }
  void open_live(http::Request, http::LiveReply reply) override {
    reply.refuse(problem({ErrorCode::NotFound, "", "there is nothing live here"}));
  }

 private:
  http::ServerOptions http_options() {
    http::ServerOptions out;
    out.address = options_.address;
    out.port = options_.port;
    out.limits.body = 1024;
    out.limits.connections = 64;
    out.host_allowed = [this](std::string_view host) {
      return std::ranges::find(options_.names, host) != options_.names.end();
    };
    out.problem = [](const Error& error) { return problem(error); };
    out.default_headers = default_headers();
    return out;
  }

  /// Belongs to the io thread of this door.
  Options options_;
  http::Server server_;
  std::jthread thread_;
};

TrustDoor::TrustDoor(std::unique_ptr<Room> room) : room_(std::move(room)) {}
TrustDoor::~TrustDoor() = default;

std::uint16_t TrustDoor::port() const { return room_->port(); }

void TrustDoor::move(const std::vector<std::string>& names, const std::string& origin) {
  room_->move(names, origin);
}

Result<std::unique_ptr<TrustDoor>> TrustDoor::open(Options options) {
  auto room = std::make_unique<Room>(options);
  if (!room->start()) {
    options.port = 0;
    room = std::make_unique<Room>(std::move(options));
    if (auto started = room->start(); !started) return std::unexpected(std::move(started.error()));
  }
  return std::unique_ptr<TrustDoor>(new TrustDoor(std::move(room)));
}

}  // namespace plumbline::server
