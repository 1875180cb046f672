// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// The server that http_bench.py measures: 2 kB from memory at `/`, the same by way of another
// thread at `/later`, what was sent at `/echo`, and live sockets that say back what they hear.
// Usage: http_bench_server PORT [CERTIFICATE KEY]
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "plumbline/http/server.hpp"

namespace {

using namespace plumbline::http;

constexpr std::size_t kBodySize = 2048;

class BenchHandler final : public Handler {
 public:
  BenchHandler() : body_(share(std::string(kBodySize, 'x'))), worker_([this] { work(); }) {}
  ~BenchHandler() override {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_one();
    worker_.join();
  }

  void handle(Request request, Reply reply) override {
    if (request.path == "/echo") {
      reply(make_response(200, "text/plain", std::move(request.body)));
    } else if (request.path == "/later") {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(reply));
      changed_.notify_one();
    } else {
      reply(make_response(200, "application/octet-stream", body_));
    }
  }

  void open_live(Request /*request*/, LiveReply reply) override {
    auto sink = std::make_shared<LiveSink>();
    reply.accept(
        {.opened = [sink](LiveSink opened) { *sink = std::move(opened); },
         .message = [sink](std::string_view text) { sink->send(share(std::string(text))); },
         .closed = {}});
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (!ended_) {
      changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
      auto taken = std::exchange(waiting_, {});
      lock.unlock();
      for (auto& reply : taken) {
        reply(make_response(200, "application/octet-stream", body_));
      }
      lock.lock();
    }
  }

  SharedText body_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Reply> waiting_;
  bool ended_ = false;
  std::thread worker_;
};

}  // namespace

int main(int argc, char** argv) {
  // Before any thread is made: the watcher alone takes these.
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  ServerOptions options;
  options.port = static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 0);
  options.limits.connections = 20'000;
  options.limits.connections_per_address = 20'000;
  options.limits.live_per_address = 20'000;
  if (argc > 3) {
    options.tls = TlsFiles{.certificate = argv[2], .key = argv[3]};
  }
  BenchHandler handler;
  Server server(std::move(options), handler);
  if (const auto started = server.start(); !started) {
    std::fprintf(stderr, "%s\n", plumbline::describe(started.error()).c_str());
    return 1;
  }
  std::printf("%d\n", server.port());
  std::fflush(stdout);
  std::thread watcher([&ending, &server] {
    int which = 0;
    sigwait(&ending, &which);
    server.stop();
  });
  server.run();
  pthread_kill(watcher.native_handle(), SIGTERM);
  watcher.join();
  return 0;
}
