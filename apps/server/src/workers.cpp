// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/workers.hpp"

#include <utility>

namespace plumbline::server {

Result<std::unique_ptr<Workers>> Workers::start(storage::Database& database, std::size_t count,
                                                std::size_t most) {
  std::unique_ptr<Workers> out(new Workers(most));
  for (std::size_t i = 0; i < count; ++i) {
    auto reader = database.reader();
    if (!reader) return std::unexpected(std::move(reader.error()));
    out->readers_.push_back(std::move(*reader));
  }
  for (auto& reader : out->readers_) {
    out->threads_.emplace_back([&pool = *out, &reader = *reader] { pool.run(reader); });
  }
  return out;
}

Workers::~Workers() {
  std::deque<Job> dropped;
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
    dropped.swap(jobs_);
  }
  wake_.notify_all();
  threads_.clear();
}

Result<void> Workers::post(Job job) {
  {
    const std::scoped_lock lock(mutex_);
    if (stopping_) return fail(ErrorCode::Stopping, "", "the server is being stopped");
    if (jobs_.size() >= most_) {
      return fail(ErrorCode::Busy, "", "too much is waiting to be worked out; try again");
    }
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
  return {};
}

std::size_t Workers::waiting() const {
  const std::scoped_lock lock(mutex_);
  return jobs_.size();
}

void Workers::run(storage::Reader& reader) {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (stopping_) return;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job(reader);
    // What the job held is let go before the lock is taken again.
    job = nullptr;
    lock.lock();
  }
}

}  // namespace plumbline::server
