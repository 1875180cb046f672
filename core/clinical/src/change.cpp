// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/change.hpp"

#include <span>

namespace plumbline::clinical {
namespace {

using enum InstrumentId;
using enum FigureStatus;

struct FigureRow {
  InstrumentId id;
  ChangeFigure figure;
};

/// Minimal important change. @source facts 2.1, one row an instrument. For ranges the stricter
/// figure is taken: @source engineering choice: a claim of improvement should not come too easily.
constexpr FigureRow kImportant[] = {
    {Nprs, {2, Verified, "Ostelo 2008, low back pain"}},
    {UsualPain, {2, Verified, "Ostelo 2008, a 0-10 rating of usual back pain"}},
    {Odi, {10, Verified, "Ostelo 2008, low back pain"}},
    {Rmdq24, {5, Verified, "Ostelo 2008, low back pain"}},
    {Qbpds, {20, Verified, "Ostelo 2008, low back pain"}},
    {Psfs, {2.3, Verified, "Abbott and Schmitt 2014, a medium change"}},
    {Pseq10, {5.5, Verified, "Chiarotto 2016, low back pain"}},
    {Tsk17, {10.5, Verified, "European Spine Journal 2023, neck pain"}},
    {Pcs, {12.5, Verified, "neck pain"}},
    {Tsk11, {4, Unverified, "Woby 2005"}},
    {Phq9, {5, Unverified, "general knowledge"}},
    {Gad7, {4, Unverified, "general knowledge"}},
    {Basdai, {2, Unverified, "upper end of 1 to 2"}},
    {PromisPi4a, {6, Unverified, "upper end of 2 to 6 T points"}},
    {Eq5d5lPl, {0.08, Unverified, "upper end of 0.03 to 0.08"}},
};

/// Minimal detectable change. @source facts 2.1
constexpr FigureRow kDetectable[] = {
    {Qbpds, {12, Verified, "MDC95, PMC9980555"}},
    {Psfs, {2, Unverified, "MDC90 of the average, Stratford 1995"}},
};

/// @source facts 2.1 (Ostelo 2008), as a fraction in hundredths: exact in whole-number scores
constexpr double kImprovedPercent = 30;
/// @source facts 2.1 (Kamper 2010)
constexpr double kRecoveredPain = 0;
constexpr double kRecoveredRmdq = 2;
/// @source facts 2.1 (Abbott & Schmitt 2014)
constexpr double kPsfsSmall = 1.3;
constexpr double kPsfsMedium = 2.3;
constexpr double kPsfsLarge = 2.7;
/// @source facts 2.1: the full form has 24 items
constexpr double kRmdqItems = 24;

std::optional<ChangeFigure> find(std::span<const FigureRow> rows, InstrumentId id) {
  for (const FigureRow& row : rows) {
    if (row.id == id) return row.figure;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ChangeFigure> minimal_important_change(InstrumentId id) {
  return find(kImportant, id);
}

std::optional<ChangeFigure> minimal_detectable_change(InstrumentId id) {
  return find(kDetectable, id);
}

Change compute_change(InstrumentId id, double baseline, double now) {
  const bool lower_is_better = structure(id).direction == Direction::LowerIsBetter;
  Change change;
  change.instrument = id;
  change.absolute = lower_is_better ? baseline - now : now - baseline;
  if (baseline > 0) {
    change.percent = 100.0 * change.absolute / baseline;
    if (lower_is_better) {
      change.improved30 = 100.0 * change.absolute >= kImprovedPercent * baseline;
    }
  }
  if (const auto mic = minimal_important_change(id))
    change.mic_met = change.absolute >= mic->points;
  if (const auto mdc = minimal_detectable_change(id)) {
    change.reliable_change = change.absolute >= mdc->points || -change.absolute >= mdc->points;
  }
  return change;
}

std::optional<bool> recovered(InstrumentId id, double score) {
  if (id == Nprs || id == UsualPain) return score <= kRecoveredPain;
  if (id == Rmdq24) return score <= kRecoveredRmdq;
  if (const auto converted = on_rmdq24_scale(id, score)) return converted->score <= kRecoveredRmdq;
  return std::nullopt;
}

std::optional<ConvertedScore> on_rmdq24_scale(InstrumentId id, double score) {
  if (id != Rmdq23 && id != Rmdq18 && id != Rmdq11) return std::nullopt;
  const auto items = static_cast<double>(most_items(structure(id)));
  return ConvertedScore{score * kRmdqItems / items, true};
}

ChangeSize patient_specific_change(double improvement) {
  if (improvement >= kPsfsLarge) return ChangeSize::Large;
  if (improvement >= kPsfsMedium) return ChangeSize::Medium;
  if (improvement >= kPsfsSmall) return ChangeSize::Small;
  return ChangeSize::None;
}

}  // namespace plumbline::clinical
