// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/housekeeping.hpp"

#include <map>
#include <utility>

#include "plumbline/server/log.hpp"

namespace plumbline::server {
namespace {

constexpr std::int64_t kMostRows = 500;
/// @source engineering choice: clocks drift by seconds; an hour is a wrong zone or year
constexpr std::int64_t kJumpMs = 3'600'000;
constexpr std::chrono::hours kSettled{1};

/// The last place of each person among those who took one.
std::map<storage::PersonNumber, std::int64_t> last_places(
    const std::vector<storage::Admitted>& admitted) {
  std::map<storage::PersonNumber, std::int64_t> out;
  for (const storage::Admitted& row : admitted) {
    out[row.person] = std::max(out[row.person], row.seq);
  }
  return out;
}

void tell_admitted(Site& site, const std::vector<storage::Admitted>& admitted) {
  for (const auto& [number, place] : last_places(admitted)) {
    const Person* person = site.household.find(number);
    if (person != nullptr) entries_arrived(site, number, person->id, place);
  }
}

/// Overwrites what is left of deleted people, part by part: each waits its turn behind what others
/// write.
void sweep(storage::Database& database) {
  storage::submit<bool>(
      database, [](storage::Transaction& change) { return change.sweep_deleted(kMostRows); },
      [&database](Result<bool> more) {
        if (more && *more) sweep(database);
      });
}

}  // namespace

Housekeeping::Housekeeping(Site& site, std::chrono::milliseconds every)
    : site_(site),
      renewed_(std::chrono::steady_clock::now()),
      thread_([this, every](const std::stop_token& stop) { run(stop, every); }) {}

Housekeeping::~Housekeeping() {
  thread_.request_stop();
  wake_.notify_all();
}

void Housekeeping::run(const std::stop_token& stop, std::chrono::milliseconds every) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    lock.unlock();
    admit_held();
    if (clock_is_settled()) expire_sessions();
    note_use();
    sweep_deleted();
    finish_deletions();
    watch_disk();
    renew_certificate();
    lock.lock();
    wake_.wait_for(lock, stop, every, [] { return false; });
  }
}

bool Housekeeping::clock_is_settled() {
  const auto now = std::chrono::steady_clock::now();
  const std::int64_t now_ms = site_.now_ms();
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - last_).count();
  const std::int64_t jump = now_ms - last_ms_ - passed;
  const bool first = last_ms_ == 0;
  last_ms_ = now_ms;
  last_ = now;
  if (first || jump > kJumpMs || jump < -kJumpMs) {
    settled_since_ = now;
    if (!first) log(LogLevel::Warn, "clock_jumped", {{"seconds", std::to_string(jump / 1000)}});
  }
  return now - settled_since_ >= kSettled;
}

void Housekeeping::admit_held() {
  storage::submit<std::vector<storage::Admitted>>(
      site_.database,
      [now = site_.now_ms()](storage::Transaction& change) {
        return change.admit_due(now, kMostRows);
      },
      [&site = site_](Result<std::vector<storage::Admitted>> admitted) {
        if (!admitted) {
          return log(LogLevel::Warn, "held_entries_wait",
                     {{"code", std::string(slug(admitted.error().code))}});
        }
        if (admitted->empty()) return;
        site.on_io([&site, rows = std::move(*admitted)] { tell_admitted(site, rows); });
      });
}

void Housekeeping::note_use() {
  site_.on_io([&site = site_, now = site_.now_ms()] {
    for (const Session& session : site.household.take_used(now)) {
      site.database.submit(
          [token = session.token, device = session.device,
           used = session.used_ms](storage::Transaction& change) -> Result<void> {
            auto done = change.use_session(token, used);
            return done ? change.see_device(device, used) : done;
          },
          [](const Result<void>&) {});
    }
  });
}

void Housekeeping::expire_sessions() {
  const std::int64_t now = site_.now_ms();
  site_.on_io([&site = site_, now] { site.household.drop_expired(now); });
  const std::int64_t idle_since = now - session_limits(site_.config).idle_ms;
  site_.database.submit(
      [now, idle_since](storage::Transaction& change) { return change.expire(now, idle_since); },
      [](const Result<void>&) {});
}

void Housekeeping::sweep_deleted() { sweep(site_.database); }

void Housekeeping::finish_deletions() {
  site_.on_io([&site = site_, now = site_.now_ms()] {
    for (const storage::PersonNumber person : site.undeleted) {
      storage::submit<bool>(
          site.database,
          [person, now](storage::Transaction& change) -> Result<bool> {
            const auto done = change.delete_person(person, now);
            if (!done && done.error().code != ErrorCode::NotFound) {
              return std::unexpected(done.error());
            }
            return true;
          },
          [&site, person](const Result<bool>& done) {
            if (done) site.on_io([&site, person] { site.undeleted.erase(person); });
          });
    }
  });
}

void Housekeeping::watch_disk() {
  const auto fault = site_.database.figures().fault;
  if (!fault) return;
  const auto now = std::chrono::steady_clock::now();
  if (told_ == std::chrono::steady_clock::time_point() || now - told_ >= std::chrono::minutes(1)) {
    log(LogLevel::Error, "cannot_write",
        {{"code", std::string(slug(*fault))}, {"meaning", std::string(meaning(*fault))}});
    told_ = now;
  }
  // Somebody has to try again, or it would never be known that there is room again.
  site_.database.submit(
      [now_ms = site_.now_ms()](storage::Transaction& change) {
        return change.set_setting("tried_to_write", std::to_string(now_ms));
      },
      [](const Result<void>&) {});
}

void Housekeeping::renew_certificate() {
  const auto now = std::chrono::steady_clock::now();
  if (!site_.renew_certificate || now - renewed_ < std::chrono::hours(1)) return;
  renewed_ = now;
  site_.renew_certificate();
}

}  // namespace plumbline::server
