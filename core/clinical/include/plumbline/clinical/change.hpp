// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "plumbline/clinical/instrument.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// How far a published figure may be relied on.
enum class FigureStatus : std::uint8_t {
  /// Read in a source.
  Verified,
  /// From general knowledge: may be shown as unreviewed, never permits or relaxes anything.
  Unverified,
};

/// A published figure for the change of one person, in points of the instrument.
struct ChangeFigure {
  double points = 0;
  FigureStatus status = FigureStatus::Verified;
  /// Where the figure comes from and for whom it was found.
  std::string_view note;
};

/// The smallest change that matters to people; empty where the facts give no figure.
/// @source facts 2.1
std::optional<ChangeFigure> minimal_important_change(InstrumentId id);

/// The smallest change that exceeds the measurement error (MDC90 or MDC95).
/// @source facts 2.1
std::optional<ChangeFigure> minimal_detectable_change(InstrumentId id);

/// How a score moved between two assessments. Positive is better, whatever the scale's direction.
struct Change {
  InstrumentId instrument = InstrumentId::Nprs;
  /// Points of improvement; negative where it became worse.
  double absolute = 0;
  /// Improvement in percent of the baseline; empty where the baseline is 0.
  std::optional<double> percent;
  /// At least 30 % better. Empty where the baseline is 0 and for scales on which higher is better:
  /// the rule was found for pain and disability.
  std::optional<bool> improved30;
  /// At least the minimal important change better; empty where there is no figure.
  std::optional<bool> mic_met;
  /// Changed, in either direction, by at least the minimal detectable change.
  std::optional<bool> reliable_change;
};

/// @param baseline, now  scores of the same instrument
/// @source facts 2.1 (Ostelo 2008: improved = baseline − now >= 0.30 × baseline)
Change compute_change(InstrumentId id, double baseline, double now);

/// Whether a score counts as recovered: a pain rating of 0, an RMDQ of 2 or less (the shorter forms
/// are read on the scale of 24). Empty for instruments without such a rule.
/// @source facts 2.1 (Kamper 2010)
std::optional<bool> recovered(InstrumentId id, double score);

/// A score of a shorter RMDQ on the scale of 24, for display only.
struct ConvertedScore {
  double score = 0;
  /// Always true: the interface has to say that this is not the answered form.
  bool converted = true;
};

/// Proportional conversion of `rmdq23`, `rmdq18`, `rmdq11`; empty for every other instrument.
/// @source facts 2.1
std::optional<ConvertedScore> on_rmdq24_scale(InstrumentId id, double score);

/// Size of a change in patient-specific function.
enum class ChangeSize : std::uint8_t { None, Small, Medium, Large };

/// @param improvement  points of `psfs`, positive is better
/// @source facts 2.1 (Abbott & Schmitt 2014: 1.3, 2.3, 2.7)
ChangeSize patient_specific_change(double improvement);

/// A score on a day.
struct Assessment {
  LocalDate on;
  double score = 0;
  bool operator==(const Assessment&) const = default;
};

/// A lasting worsening.
struct Deterioration {
  /// The best of the first score and the lowest level held for a week. A lost level counts for four
  /// weeks; then the new one is the stable one.
  double baseline = 0;
  /// Points above the baseline that count.
  double threshold = 0;
  /// The two assessments at least seven days apart between which the score stayed that high.
  LocalDate from;
  LocalDate confirmed_on;
  Reason reason;
};

/// Whether the latest assessment confirms a lasting worsening: every score from some assessment at
/// least seven days ago to the latest lies at least the threshold above the baseline. Baselines
/// follow improvement, so that people who lose what they had gained are seen too.
///
/// @param assessments  in any order; the order of equal days is kept
/// @returns empty where nothing is confirmed, and for instruments without a threshold: only `odi`
///          (10), `rmdq24` (5), `nprs` and `usual-pain` (2) have one
/// @source facts 5.2 (deterioration alert), rules 3.6 (two assessments, baseline)
std::optional<Deterioration> find_deterioration(InstrumentId id,
                                                std::span<const Assessment> assessments);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::ChangeSize> {
  static constexpr std::string_view kWhat = "size of a change";
  static constexpr std::array<std::string_view, 4> kWords = {"none", "small", "medium", "large"};
};

template <>
struct WordsOf<clinical::FigureStatus> {
  static constexpr std::string_view kWhat = "status of a figure";
  static constexpr std::array<std::string_view, 2> kWords = {"verified", "unverified"};
};

}  // namespace plumbline
