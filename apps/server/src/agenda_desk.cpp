// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/agenda_desk.hpp"

namespace plumbline::server {
namespace {

/// Days that are kept for one person: two weeks around the one that is looked at.
constexpr std::size_t kMostDays = 15;

std::size_t bytes_of(const ReadyAgenda& agenda) {
  return agenda.text->size() + (agenda.gzip ? agenda.gzip->size() : 0);
}

}  // namespace

const ReadyAgenda* AgendaDesk::find(storage::PersonNumber person, LocalDate date) {
  const auto shelf = shelves_.find(person);
  if (shelf == shelves_.end()) return nullptr;
  const auto day = shelf->second.days.find(date);
  return day == shelf->second.days.end() ? nullptr : &day->second;
}

bool AgendaDesk::wait(storage::PersonNumber person, LocalDate date, http::Request request,
                      http::Reply reply) {
  auto& queue = waiting_[{person, date}];
  queue.emplace_back(std::move(request), std::move(reply));
  return queue.size() == 1;
}

std::vector<std::pair<http::Request, http::Reply>> AgendaDesk::collect(storage::PersonNumber person,
                                                                       LocalDate date) {
  auto found = waiting_.extract({person, date});
  return found.empty() ? std::vector<std::pair<http::Request, http::Reply>>()
                       : std::move(found.mapped());
}

std::uint64_t AgendaDesk::changes(storage::PersonNumber person) const {
  const auto found = changes_.find(person);
  return found == changes_.end() ? 0 : found->second;
}

void AgendaDesk::keep(storage::PersonNumber person, LocalDate date, ReadyAgenda agenda) {
  const std::size_t bytes = bytes_of(agenda);
  auto [shelf, added] = shelves_.try_emplace(person);
  if (added) {
    order_.push_front(person);
    shelf->second.place = order_.begin();
  } else {
    order_.splice(order_.begin(), order_, shelf->second.place);
  }
  forget_day(shelf->second, date);
  if (shelf->second.days.size() >= kMostDays) forget_farthest(shelf->second, date);
  shelf->second.days.emplace(date, std::move(agenda));
  shelf->second.bytes += bytes;
  bytes_ += bytes;
  while (bytes_ > most_bytes_ && order_.size() > 1) drop_oldest();
}

void AgendaDesk::forget_day(Shelf& shelf, LocalDate date) {
  const auto day = shelf.days.find(date);
  if (day == shelf.days.end()) return;
  const std::size_t bytes = bytes_of(day->second);
  shelf.bytes -= bytes;
  bytes_ -= bytes;
  shelf.days.erase(day);
}

void AgendaDesk::forget_farthest(Shelf& shelf, LocalDate date) {
  const LocalDate first = shelf.days.begin()->first;
  const LocalDate last = shelf.days.rbegin()->first;
  forget_day(shelf, date.since(first) > last.since(date) ? first : last);
}

void AgendaDesk::drop_oldest() {
  const auto shelf = shelves_.find(order_.back());
  bytes_ -= shelf->second.bytes;
  shelves_.erase(shelf);
  order_.pop_back();
}

void AgendaDesk::changed(storage::PersonNumber person) {
  ++changes_[person];
  const auto shelf = shelves_.find(person);
  if (shelf == shelves_.end()) return;
  bytes_ -= shelf->second.bytes;
  order_.erase(shelf->second.place);
  shelves_.erase(shelf);
}

}  // namespace plumbline::server
