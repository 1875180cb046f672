// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/score.hpp"

#include <algorithm>
#include <string>

#include "scoring_formulas.hpp"
#include "scoring_rules.hpp"

namespace plumbline::clinical {
namespace {

/// @source facts 2.1: only the two highest of the five levels of bother count
constexpr Bothersomeness kLeastBother = Bothersomeness::VeryMuch;
/// @source rules 3.4: FABQ physical activity above 15
constexpr double kFabqHigh = 15;
/// @source rules 3.4: TSK of 37 or more
constexpr double kTskHigh = 37;
/// The PHQ-9 item about self-harm. @source facts 2.1 and 1.3 (RF-PS1)
constexpr std::size_t kSelfHarmItem = 8;

std::string expectation(const ItemGroup& form) {
  const std::string range = std::to_string(form.low) + " to " + std::to_string(form.high);
  switch (form.kind) {
    case ItemKind::Integer:
      return "a whole number from " + range;
    case ItemKind::Number:
      return "a number from " + range;
    case ItemKind::Tick:
      return "0, 1, false or true";
    case ItemKind::Word:
      return "one of 'not at all', 'slightly', 'moderately', 'very much', 'extremely'";
  }
  return {};
}

/// Where an item is and what it takes.
struct Item {
  InstrumentId instrument;
  std::size_t index;
  ItemGroup form;
};

std::unexpected<Error> reject(ErrorCode code, const Item& item) {
  return fail(code, "/answers/" + std::to_string(item.index),
              "item " + std::to_string(item.index + 1) + " of " +
                  std::string(word(item.instrument)) + ": expected " + expectation(item.form) +
                  ", or null where it is unanswered");
}

Result<double> read_number(const Item& item, double value) {
  if (!(value >= item.form.low && value <= item.form.high)) {
    return reject(ErrorCode::OutOfRange, item);
  }
  const bool whole = static_cast<double>(static_cast<std::int32_t>(value)) == value;
  if (!whole && item.form.kind != ItemKind::Number) return reject(ErrorCode::WrongType, item);
  return value;
}

Result<double> read_word(const Item& item, const ItemAnswer& answer) {
  const std::string* text = std::get_if<std::string>(&answer);
  if (text == nullptr) return reject(ErrorCode::WrongType, item);
  const std::optional<Bothersomeness> level = from_word<Bothersomeness>(*text);
  if (!level) return reject(ErrorCode::UnknownWord, item);
  return *level >= kLeastBother ? 1.0 : 0.0;
}

Result<double> read_answered(const Item& item, const ItemAnswer& answer) {
  if (item.form.kind == ItemKind::Word) return read_word(item, answer);
  if (const bool* tick = std::get_if<bool>(&answer); tick != nullptr) {
    if (item.form.kind != ItemKind::Tick) return reject(ErrorCode::WrongType, item);
    return *tick ? 1.0 : 0.0;
  }
  if (const auto* whole = std::get_if<std::int64_t>(&answer); whole != nullptr) {
    return read_number(item, static_cast<double>(*whole));
  }
  if (const double* number = std::get_if<double>(&answer); number != nullptr) {
    return read_number(item, *number);
  }
  return reject(ErrorCode::WrongType, item);
}

std::string lengths(const InstrumentStructure& s) {
  std::string text;
  for (std::size_t i = 0; i < s.lengths.size(); ++i) {
    if (i > 0) text += i + 1 == s.lengths.size() ? " or " : ", ";
    text += std::to_string(s.lengths[i]);
  }
  return text;
}

/// The answers as numbers, reversed items turned round; empty where unanswered.
Result<ItemValues> read(const InstrumentStructure& s, std::span<const ItemAnswer> answers) {
  if (!allows_length(s, answers.size())) {
    return fail(ErrorCode::WrongLength, "/answers",
                std::string(word(s.id)) + " has " + lengths(s) + " items, found " +
                    std::to_string(answers.size()));
  }
  ItemValues values(answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (std::holds_alternative<std::monostate>(answers[i])) continue;
    const Item item{s.id, i, item_form(s, i)};
    const Result<double> value = read_answered(item, answers[i]);
    if (!value) return std::unexpected(value.error());
    values[i] = is_reversed(s, i) ? item.form.low + item.form.high - *value : *value;
  }
  return values;
}

std::size_t count_answered(const ItemValues& values) {
  return static_cast<std::size_t>(
      std::ranges::count_if(values, [](const auto& value) { return value.has_value(); }));
}

bool within_missing_rule(const InstrumentStructure& s, std::size_t missing, std::size_t items) {
  return missing == 0 || s.missing == MissingRule::NotTicked ||
         (s.missing != MissingRule::AllRequired && missing <= s.most_missing && missing < items);
}

/// Fills in what the rule for missing items fills in.
ItemValues with_missing_filled(const InstrumentStructure& s, ItemValues values) {
  double sum = 0;
  for (const std::optional<double>& value : values) {
    if (value) sum += *value;
  }
  const double mean = sum / static_cast<double>(std::max<std::size_t>(1, count_answered(values)));
  for (std::optional<double>& value : values) {
    if (value) continue;
    if (s.missing == MissingRule::NotTicked) value = 0.0;
    if (s.missing == MissingRule::MeanImputed) value = mean;
  }
  return values;
}

std::string missing_reason(const InstrumentStructure& s, std::size_t missing, std::size_t items) {
  if (scoring_rule(s.id).compute == score_subscales_only) {
    return "an item that belongs to a subscale is unanswered";
  }
  const std::size_t most =
      s.missing == MissingRule::AllRequired ? 0 : std::min(s.most_missing, items - 1);
  return std::to_string(missing) + " of " + std::to_string(items) +
         " items are unanswered and at most " + std::to_string(most) + " may be";
}

void add_subscales(const ScoringRule& rule, const ItemValues& values, Score& result) {
  for (const SubscaleItems& part : rule.subscales) {
    result.subscales.push_back({std::string(part.name), sum_of(values, part.items)});
  }
}

bool all_subscales_known(const Score& score) {
  return std::ranges::all_of(score.subscales,
                             [](const Subscale& part) { return part.value.has_value(); });
}

/// An instrument of subscales needs only the items in them; an unverified one is not scored anyway.
bool needs_no_total(const ScoringRule& rule, const Score& score) {
  return rule.compute == score_unverified ||
         (rule.compute == score_subscales_only && all_subscales_known(score));
}

void compute(const ScoringRule& rule, const ItemValues& values, Score& result) {
  result.valid = true;
  rule.compute(values, result);
  if (!result.score || result.band) return;
  if (const auto word = band_of(rule.bands, *result.score)) result.band = std::string(*word);
}

}  // namespace

Result<Score> score(InstrumentId id, std::span<const ItemAnswer> answers) {
  const InstrumentStructure& s = structure(id);
  const ScoringRule& rule = scoring_rule(id);
  const Result<ItemValues> values = read(s, answers);
  if (!values) return std::unexpected(values.error());

  Score result;
  result.instrument = id;
  result.unit = std::string(s.unit);
  result.answered = count_answered(*values);
  const std::size_t missing = values->size() - result.answered;
  const bool enough = within_missing_rule(s, missing, values->size());
  const ItemValues filled = enough ? with_missing_filled(s, *values) : *values;
  add_subscales(rule, filled, result);
  if (enough || needs_no_total(rule, result)) {
    compute(rule, filled, result);
  } else {
    result.reason = missing_reason(s, missing, values->size());
  }
  if (result.score && result.answered == 0) {
    result.reason = "no item was answered; unanswered items count as not ticked";
  }
  return result;
}

bool reports_self_harm(InstrumentId id, std::span<const ItemAnswer> answers) {
  if (id != InstrumentId::Phq9 || answers.size() <= kSelfHarmItem) return false;
  if (const auto* whole = std::get_if<std::int64_t>(&answers[kSelfHarmItem])) return *whole > 0;
  if (const auto* number = std::get_if<double>(&answers[kSelfHarmItem])) return *number > 0;
  return false;
}

std::optional<bool> high_psychological_load(const Score& score) {
  switch (score.instrument) {
    case InstrumentId::StartBack9:
      return score.band ? std::optional(*score.band == "high") : std::nullopt;
    case InstrumentId::Tsk17:
      return score.score ? std::optional(*score.score >= kTskHigh) : std::nullopt;
    case InstrumentId::Fabq: {
      const std::optional<double> part = score.subscales.at(0).value;
      return part ? std::optional(*part > kFabqHigh) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace plumbline::clinical
