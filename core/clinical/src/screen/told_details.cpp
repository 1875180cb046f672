// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "screen/told_details.hpp"

#include <string>

namespace plumbline::clinical::screen {
namespace {

struct Details {
  std::string flag;
  std::vector<RationaleInput>& out;

  void add(Qualifier name, const std::optional<bool>& told) {
    if (told) out.push_back({flag + "." + std::string(word(name)), *told});
  }
  void add(Qualifier name, const std::optional<std::int32_t>& told) {
    if (told) out.push_back({flag + "." + std::string(word(name)), std::int64_t{*told}});
  }
  template <class E>
    requires std::is_enum_v<E>
  void add(Qualifier name, const std::optional<E>& told) {
    if (told) out.push_back({flag + "." + std::string(word(name)), std::string(word(*told))});
  }
};

}  // namespace

void append_told(FlagId id, const FlagAnswer& answer, std::vector<RationaleInput>& out) {
  Details details{std::string(word(id)), out};
  out.push_back({details.flag, std::string(word(answer.answer))});
  details.add(Qualifier::SinceDays, answer.since_days);
  details.add(Qualifier::Worsening, answer.worsening);
  details.add(Qualifier::Assessed, answer.assessed);
  details.add(Qualifier::Kind, answer.bladder_kind);
  details.add(Qualifier::Pattern, answer.pattern);
  details.add(Qualifier::CannotLiftFoot, answer.cannot_lift_foot);
  details.add(Qualifier::GivingWay, answer.giving_way);
  details.add(Qualifier::Features, answer.features);
  details.add(Qualifier::CannotWalk, answer.cannot_walk);
  details.add(Qualifier::HeightLoss, answer.height_loss);
  details.add(Qualifier::Rigors, answer.rigors);
  details.add(Qualifier::Confusion, answer.confusion);
  details.add(Qualifier::Kind, answer.infection_risk);
  details.add(Qualifier::Collapse, answer.collapse);
  details.add(Qualifier::Pulsating, answer.pulsating);
  details.add(Qualifier::KnownAneurysm, answer.known_aneurysm);
  details.add(Qualifier::VariesWithMovement, answer.varies_with_movement);
  details.add(Qualifier::Kind, answer.visceral_kind);
  details.add(Qualifier::Breathless, answer.breathless);
  details.add(Qualifier::Intent, answer.intent);
  details.add(Qualifier::YearsAgo, answer.years_ago);
}

}  // namespace plumbline::clinical::screen
