// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "agenda_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "catalogue_bundle.hpp"
#include "plumbline/care/weights.hpp"
#include "plumbline/json/catalogue_codec.hpp"

namespace plumbline::cli {
namespace {

using exercise::Need;

/// "3, 2 and 1"
std::string list_of(const std::vector<std::int32_t>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) out += i + 1 == numbers.size() ? " and " : ", ";
    out += std::to_string(numbers[i]);
  }
  return out;
}

/// @source rules 1.8: breaths and cycles count as repetitions at breath tempo (10 s)
constexpr std::int32_t kBreath = 10;

std::string times_text(std::int32_t times) {
  return times == 1 ? "once" : std::to_string(times) + " times";
}

/// Reasons that say how to do an item, not why.
bool is_instruction(const Reason& reason) {
  constexpr std::array<std::string_view, 5> kVerdicts{"modified version", "with support", "trial",
                                                      "less", "several bouts"};
  return std::ranges::find(kVerdicts, reason.verdict) != kVerdicts.end();
}

/// What the catalogue says about the gentler version for a condition.
std::optional<std::string> gentler_version(const std::string& exercise,
                                           std::string_view condition) {
  static const auto kDocuments = json::read_bundle(bundled_catalogue_text());
  if (!kDocuments) return std::nullopt;
  for (const json::CatalogueDocument& document : *kDocuments) {
    const json::Value* id = document.value.find("id");
    if (id == nullptr || id->as_string() == nullptr || *id->as_string() != exercise) continue;
    const json::Value* at = &document.value;
    for (const std::string_view key : {std::string_view("text"), std::string_view("en"),
                                       std::string_view("modifications"), condition}) {
      at = at == nullptr ? nullptr : at->find(key);
    }
    if (at != nullptr && at->as_string() != nullptr) return *at->as_string();
  }
  return std::nullopt;
}

/// The catalogue's own words ask for more support than the general sentence.
bool says_both_hands(const std::vector<std::string>& texts) {
  return std::ranges::any_of(
      texts, [](const std::string& text) { return text.find("both hands") != std::string::npos; });
}

void add_once(std::vector<std::string>& out, const std::string& text) {
  if (!text.empty() && std::ranges::find(out, text) == out.end()) out.push_back(text);
}

}  // namespace

std::string amount_text(const exercise::Dose& d, std::int32_t tempo_s) {
  if (d.minutes) return std::to_string(*d.minutes) + " min";
  const bool counted = d.reps || !d.reps_by_set.empty();
  const std::string hold = std::to_string(d.hold_s ? *d.hold_s : 0) + " s";
  if (!counted) {
    return d.sets == 1 ? "hold " + hold : std::to_string(d.sets) + " holds of " + hold;
  }
  std::string out;
  if (tempo_s >= kBreath && d.reps) {
    const std::string breaths = *d.reps == 1 ? " slow breath" : " slow breaths";
    return (d.sets == 1 ? "" : std::to_string(d.sets) + " times ") + std::to_string(*d.reps) +
           breaths;
  }
  const bool even =
      std::ranges::adjacent_find(d.reps_by_set, std::ranges::not_equal_to()) == d.reps_by_set.end();
  if (d.reps_by_set.size() > 1 && even) {
    out =
        std::to_string(d.reps_by_set.size()) + " sets of " + std::to_string(d.reps_by_set.front());
  } else if (d.reps_by_set.size() > 1) {
    out = "sets of " + list_of(d.reps_by_set);
  } else if (!d.reps_by_set.empty()) {
    out = times_text(d.reps_by_set.front());
  } else {
    out = d.sets == 1 ? times_text(*d.reps)
                      : std::to_string(d.sets) + " sets of " + std::to_string(*d.reps);
  }
  return d.hold_s ? out + ", hold " + hold : out;
}

std::string dose_text(const care::Item& item) {
  std::string out = amount_text(item.dose, item.tempo_s.value_or(0));
  if (item.to_tolerance) out = "until you would like to stop, at most " + out;
  if (item.side == care::ItemSide::Each) out += ", each side";
  if (item.side == care::ItemSide::Left) out += ", left side";
  if (item.side == care::ItemSide::Right) out += ", right side";
  if (item.resistance) out += ", with " + care::weight_text(*item.resistance);
  if (!item.modified.empty()) out += ", gentler version";
  if (item.per_day > 1) out += ", " + std::to_string(item.per_day) + " times a day";
  return out;
}

std::string_view phase_text(care::Phase phase) {
  constexpr std::array<std::string_view, 4> kTexts{
      "calm — let the back settle", "build — a little more each week",
      "strengthen — grow stronger with load", "keep going — hold what you have reached"};
  return kTexts.at(static_cast<std::size_t>(phase));
}

std::string_view need_text(Need need) {
  constexpr std::array<std::string_view, kWordCount<Need>> kTexts{
      "walking and stamina",
      "deep belly muscles",
      "belly muscles",
      "muscles at the side of the trunk",
      "back muscles",
      "hip muscles",
      "leg strength",
      "everyday movements",
      "small bends back",
      "small bends forward",
      "easy movement of the lower back",
      "supple hips",
      "gliding of the nerve at the back of the leg",
      "gliding of the nerve at the front of the thigh",
      "shoulder-blade muscles",
      "easy movement of the upper back",
      "neck muscles",
      "balance",
      "relaxation and calm breathing"};
  return kTexts.at(static_cast<std::size_t>(need));
}

std::string_view lock_text(clinical::Lock lock) {
  switch (lock) {
    case clinical::Lock::All:
      return "Nothing is trained until this is cleared.";
    case clinical::Lock::Rest:
      return "Only rest, gentle breathing and easy moving about until this is cleared.";
    case clinical::Lock::None:
      return "";
  }
  return "";
}

std::vector<std::string> instructions_of(const care::Item& item) {
  std::vector<std::string> out;
  item.modified.for_each([&](exercise::FilterWord condition) {
    if (const auto text = gentler_version(item.exercise, word(condition))) add_once(out, *text);
  });
  const bool told = !out.empty();
  for (const Reason& reason : item.why) {
    if (!is_instruction(reason)) continue;
    // The general sentence only where the catalogue has no words of its own; the pauses of a walk
    // are said in any case.
    const bool held = reason.verdict == "with support" && says_both_hands(out);
    if (held) continue;
    const bool general =
        reason.verdict == "modified version" && reason.text.starts_with("Use the gentler version");
    if (!general || !told) add_once(out, reason.text);
  }
  return out;
}

std::string stays_of(const care::Item& item) {
  const auto found = std::ranges::find(item.why, "stays", &Reason::verdict);
  return found == item.why.end() ? std::string() : found->text;
}

std::string purpose_of(const care::Item& item) {
  for (const Reason& reason : item.why) {
    if (!is_instruction(reason) && reason.verdict != "stays" && !reason.text.empty())
      return reason.text;
  }
  return {};
}

}  // namespace plumbline::cli
