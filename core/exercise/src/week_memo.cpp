// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/week_memo.hpp"

namespace plumbline::exercise {
namespace {

/// @source engineering choice: some hundred kilobytes
constexpr std::size_t kMostKnown = 256;

/// Writes a problem as bytes: two problems have the same key only where they are the same.
class Key {
 public:
  void number(std::int64_t n) {
    for (int shift = 0; shift < 64; shift += 8) {
      out_ += static_cast<char>(static_cast<std::uint64_t>(n) >> static_cast<unsigned>(shift));
    }
  }
  void text(const std::string& s) {
    number(static_cast<std::int64_t>(s.size()));
    out_ += s;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void put(Key& key, const WeekItem& item) {
  key.text(item.id);
  key.number(static_cast<std::int64_t>(item.covers.size()));
  for (const Coverage& c : item.covers) {
    key.number(static_cast<std::int64_t>(c.need));
    key.number(c.quarters);
  }
  key.number(item.seconds);
  key.number(item.every_day ? 1 : 0);
  key.number(item.loaded ? 1 : 0);
  key.number(item.most_days);
  key.number(static_cast<std::int64_t>(item.kind));
  key.number(item.fresh ? 1 : 0);
  key.number(item.other ? 1 : 0);
  key.number(item.load_thirds);
  key.number(item.bonus);
}

std::string key_of(const WeekProblem& p, std::int32_t most_nodes) {
  Key key;
  key.number(most_nodes);
  key.number(static_cast<std::int64_t>(p.needs.size()));
  for (const WeekNeed& need : p.needs) {
    key.number(static_cast<std::int64_t>(need.need));
    key.number(need.weight);
    key.number(need.target_days);
  }
  key.number(static_cast<std::int64_t>(p.items.size()));
  for (const WeekItem& item : p.items) put(key, item);
  for (const std::int32_t seconds : p.capacity) key.number(seconds);
  for (const std::int32_t items : p.most_items) key.number(items);
  key.number(p.sessions);
  key.number(p.most_different);
  key.number(p.welcome_different);
  key.number(p.most_fresh);
  key.number(p.most_others);
  key.number(p.least_share_percent);
  key.number(p.most_load_thirds);
  return key.take();
}

}  // namespace

WeekSolution WeekMemo::solve(const WeekProblem& problem, std::int32_t most_nodes) {
  std::string key = key_of(problem, most_nodes);
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  if (known_.size() >= kMostKnown) known_.clear();
  return known_.emplace(std::move(key), solve_week(problem, most_nodes)).first->second;
}

}  // namespace plumbline::exercise
