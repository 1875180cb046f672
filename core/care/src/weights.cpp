// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/weights.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

#include "plumbline/foundation/require.hpp"

namespace plumbline::care {
namespace {

/// @source engineering choice: words for strength; "strong" is taken for "heavy"
constexpr std::array<std::string_view, 5> kStrengths{"extra light", "light", "medium", "heavy",
                                                     "extra heavy"};
/// @source engineering choice: the order of colors of the most common maker
constexpr std::array<std::string_view, 8> kColors{"tan",  "yellow", "red",    "green",
                                                  "blue", "black",  "silver", "gold"};

std::span<const std::string_view> bands_of(WeightScale scale) {
  if (scale == WeightScale::BandStrength) return kStrengths;
  return kColors;
}

/// Lower case, `-` and `_` as spaces, "strong" as "heavy".
std::string plain_word(std::string_view band) {
  std::string out;
  for (const char c : band) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool joins = c == '-' || c == '_';
    out += joins ? ' ' : capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (const auto at = out.find("strong"); at != std::string::npos) out.replace(at, 6, "heavy");
  return out;
}

std::int64_t heavier_grams(std::int64_t grams) {
  /// @source rules 1.8: the kg step nearest to 2–10 % upward
  constexpr std::int64_t kPercent = 2;
  /// @source engineering choice: the smallest pair of plates in common use is half a kilogram
  constexpr std::int64_t kPlates = 500;
  const std::int64_t least = kPlates * 100;
  const std::int64_t steps = (grams * kPercent + least - 1) / least;
  return grams + std::max<std::int64_t>(1, steps) * kPlates;
}

/// @source definition: grams in a kilogram
constexpr double kGrams = 1000;

/// @source rules 1.1: measured against the best week of the last 28 days
constexpr std::int32_t kWindowDays = 28;

WeightAmount heaviest_of(const std::vector<std::pair<LocalDate, WeightAmount>>& used) {
  WeightAmount out = used.front().second;
  for (const auto& [day, amount] : used) out.value = std::max(out.value, amount.value);
  return out;
}

}  // namespace

std::optional<WeightAmount> weight_amount(const record::Resistance& resistance) {
  if (resistance.kg) {
    return WeightAmount{WeightScale::Grams,
                        static_cast<std::int64_t>(*resistance.kg * kGrams * 2 + 1) / 2};
  }
  const std::string word = plain_word(resistance.band);
  for (const WeightScale scale : {WeightScale::BandStrength, WeightScale::BandColor}) {
    const auto bands = bands_of(scale);
    const auto found = std::ranges::find(bands, word);
    if (found != bands.end()) return WeightAmount{scale, found - bands.begin()};
  }
  return std::nullopt;
}

record::Resistance resistance_of(const WeightAmount& amount) {
  if (amount.scale == WeightScale::Grams) return {static_cast<double>(amount.value) / kGrams, {}};
  return {std::nullopt,
          std::string(bands_of(amount.scale)[static_cast<std::size_t>(amount.value)])};
}

std::string weight_text(const record::Resistance& resistance) {
  if (!resistance.kg) return "the " + resistance.band + " band";
  const std::int64_t grams = weight_amount(resistance)->value;
  std::string out = std::to_string(grams / 1000);
  if (grams % 1000 != 0) {
    const std::string thousandths = std::to_string(1000 + grams % 1000).substr(1);
    out += "." + thousandths.substr(0, thousandths.find_last_not_of('0') + 1);
  }
  return out + " kg";
}

WeightAmount next_weight(const WeightAmount& amount) {
  WeightAmount out = amount;
  if (amount.scale == WeightScale::Grams) {
    out.value = heavier_grams(amount.value);
  } else {
    const auto last = static_cast<std::int64_t>(bands_of(amount.scale).size()) - 1;
    out.value = std::min(last, amount.value + 1);
  }
  return out;
}

void WeightLog::note(LocalDate day, const record::Resistance& used, bool five_more) {
  last_ = used;
  const auto amount = weight_amount(used);
  std::erase_if(used_, [&](const auto& u) { return day.since(u.first) >= kWindowDays; });
  const bool goes_on = first_ && amount && first_->scale == amount->scale && !used_.empty();
  if (!goes_on) {
    used_.clear();
    first_ = amount;
    if (amount) used_.emplace_back(day, *amount);
    return;
  }
  // More than the plan can have named, and easy: the first weight was too light (rules 1.2).
  if (five_more && amount->value > next_weight(heaviest_of(used_)).value) first_ = amount;
  used_.emplace_back(day, *amount);
  first_->value = std::min(first_->value, heaviest_of(used_).value);
}

WeightAmount WeightLog::amount_at(std::int32_t heavier) const {
  PLUMBLINE_REQUIRE(first_.has_value());
  WeightAmount out = *first_;
  for (std::int32_t i = 0; i < heavier; ++i) out = next_weight(out);
  if (heavier > 0) out.value = std::min(out.value, next_weight(heaviest_of(used_)).value);
  return out;
}

std::optional<record::Resistance> WeightLog::named(std::int32_t heavier) const {
  return first_ ? resistance_of(amount_at(heavier)) : last_;
}

bool WeightLog::may_grow(std::int32_t heavier) const {
  if (!first_) return false;
  WeightAmount here = *first_;
  for (std::int32_t i = 0; i < heavier; ++i) here = next_weight(here);
  return !(next_weight(here) == here);
}

bool WeightLog::is_as_named(const std::optional<record::Resistance>& used,
                            std::int32_t heavier) const {
  const auto amount = used ? weight_amount(*used) : std::nullopt;
  if (!amount) return false;
  if (!first_) return true;
  return amount->scale == first_->scale && amount->value >= amount_at(heavier).value;
}

std::optional<record::Resistance> WeightLog::first() const {
  return first_ ? std::optional(resistance_of(*first_)) : std::nullopt;
}

std::optional<record::Resistance> WeightLog::heaviest() const {
  return first_ ? std::optional(resistance_of(heaviest_of(used_))) : std::nullopt;
}

std::optional<record::Resistance> weight_used(const record::Session& session,
                                              const ExerciseId& exercise) {
  std::optional<record::Resistance> out;
  for (const auto& done : session.done) {
    if (done.body.exercise != exercise) continue;
    if (!done.body.resistance) return std::nullopt;
    if (!out) out = done.body.resistance;
    const auto here = weight_amount(*done.body.resistance);
    const auto least = weight_amount(*out);
    const bool lighter = here && least && here->scale == least->scale && here->value < least->value;
    if (lighter) out = done.body.resistance;
  }
  return out;
}

void Weights::note(const record::Session& session, const exercise::Catalogue& catalogue) {
  /// @source rules 1.2: the load after which "I could do five more"
  constexpr std::int32_t kFiveMore = 5;
  std::set<exercise::Catalogue::Index> seen;
  for (const auto& done : session.done) {
    const auto index = catalogue.find(done.body.exercise.text());
    if (!index || !seen.insert(*index).second) continue;
    if (!grows_in_weight(catalogue.exercise(*index))) continue;
    const auto used = weight_used(session, done.body.exercise);
    if (!used) continue;
    const bool five_more = std::ranges::all_of(session.done, [&](const auto& other) {
      return other.body.exercise != done.body.exercise ||
             (other.body.rir && *other.body.rir >= kFiveMore);
    });
    logs_[*index].note(session.day, *used, five_more);
  }
}

const WeightLog* Weights::of(exercise::Catalogue::Index exercise) const {
  const auto found = logs_.find(exercise);
  return found == logs_.end() ? nullptr : &found->second;
}

bool Weights::open_above(const exercise::Ladder& ladder, std::size_t position) const {
  const exercise::Step& above = ladder.steps[position + 1];
  if (above.heavier == 0) return true;
  const WeightLog* log = of(above.exercise);
  return log != nullptr && log->may_grow(above.heavier - 1);
}

bool Weights::enough(const record::Session& session, const ExerciseId& exercise,
                     const exercise::Ladder& ladder, std::size_t position) const {
  const exercise::Step& now = ladder.steps[position];
  const bool heavier_next =
      position + 1 < ladder.steps.size() && ladder.steps[position + 1].heavier > 0;
  if (now.heavier == 0 && !heavier_next) return true;
  const auto used = weight_used(session, exercise);
  const WeightLog* log = of(now.exercise);
  return log == nullptr ? WeightLog().is_as_named(used, 0) : log->is_as_named(used, now.heavier);
}

}  // namespace plumbline::care
