// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/leg_symptoms.hpp"

#include <algorithm>
#include <string>

namespace plumbline::clinical {
namespace {

constexpr WordSet<PainQuality> kNerveQualities{PainQuality::Tingling, PainQuality::Numb};

Radiation reach_of(Region region) {
  switch (region) {
    case Region::Calf:
    case Region::Shin:
    case Region::Foot:
      return Radiation::BelowKnee;
    case Region::ThighBack:
    case Region::ThighFront:
    case Region::Knee:
      return Radiation::AboveKnee;
    case Region::Buttock:
      return Radiation::Buttock;
    default:
      return Radiation::None;
  }
}

}  // namespace

LegSymptoms compute_leg_symptoms(std::optional<Radiation> told, std::optional<bool> neuro_told,
                                 std::span<const PainArea> painted) {
  LegSymptoms out;
  for (const PainArea& area : painted) {
    const Radiation reach = reach_of(area.region);
    out.radiates = std::max(out.radiates, reach);
    if (reach != Radiation::None && area.quality.intersects(kNerveQualities)) {
      out.neuro_symptoms = true;
    }
  }
  // A buttock that hurts in itself is no contradiction to "none"; a painted leg is.
  const bool legs = out.radiates >= Radiation::AboveKnee;
  const bool reach_differs = told && legs && *told < out.radiates;
  const bool nerves_differ = neuro_told && !*neuro_told && out.neuro_symptoms;
  if (reach_differs || nerves_differ) {
    out.ask_once = true;
    out.rationale.push_back(
        {"2.3/contradiction",
         {{"painted", std::string(word(out.radiates))}, {"painted_neuro", out.neuro_symptoms}},
         "worse reading",
         "The body map and your words differ; we take the careful reading and "
         "ask once."});
  }
  if (told) out.radiates = legs ? std::max(out.radiates, *told) : *told;
  if (neuro_told && *neuro_told) out.neuro_symptoms = true;
  return out;
}

}  // namespace plumbline::clinical
