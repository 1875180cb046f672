// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "mailbox.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace plumbline::http {

void Mailbox::put(Work work) {
  const std::lock_guard lock(mutex_);
  if (context_ == nullptr) {
    return;
  }
  waiting_.push_back(std::move(work));
  if (waiting_.size() == 1) {
    boost::asio::post(*context_, [self = shared_from_this()] { self->empty(); });
  }
}

void Mailbox::empty() {
  std::vector<Work> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(waiting_);
  }
  for (auto& work : taken) {
    try {
      work();
    } catch (...) {
      // Whose work it was has to say so; the work of others goes on.
      failed_.fetch_add(1);
    }
  }
}

void Mailbox::shut() {
  std::vector<Work> dropped;
  const std::lock_guard lock(mutex_);
  context_ = nullptr;
  dropped.swap(waiting_);
}

}  // namespace plumbline::http
