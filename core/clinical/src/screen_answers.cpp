// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/screen_answers.hpp"

namespace plumbline::clinical {
namespace {

constexpr WordSet<Qualifier> kOfEvery{Qualifier::SinceDays, Qualifier::Worsening,
                                      Qualifier::Assessed};

/// The details of one question beyond time and course.
WordSet<Qualifier> own_qualifiers(FlagId id) {
  switch (id) {
    case FlagId::Ce1:
    case FlagId::In2:
    case FlagId::Vi1:
      return {Qualifier::Kind};
    case FlagId::Ce5:
      return {Qualifier::Pattern};
    case FlagId::Nd1:
      return {Qualifier::CannotLiftFoot, Qualifier::GivingWay};
    case FlagId::Mc1:
      return {Qualifier::Features};
    case FlagId::Ma1:
      return {Qualifier::YearsAgo};
    case FlagId::Fx1:
      return {Qualifier::CannotWalk};
    case FlagId::Fx4:
      return {Qualifier::HeightLoss};
    case FlagId::In1:
      return {Qualifier::Rigors, Qualifier::Confusion};
    case FlagId::Aa1:
      return {Qualifier::Collapse, Qualifier::Pulsating, Qualifier::KnownAneurysm,
              Qualifier::VariesWithMovement};
    case FlagId::Dv1:
      return {Qualifier::Breathless};
    case FlagId::Ps1:
      return {Qualifier::Intent};
    default:
      return {};
  }
}

}  // namespace

FlagSet ScreenAnswers::answered() const {
  FlagSet out;
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    if (answers_[i]) out.insert(static_cast<FlagId>(i));
  }
  return out;
}

WordSet<Qualifier> qualifiers_of(FlagId id) { return kOfEvery.united(own_qualifiers(id)); }

FlagSet flags_of(ScreenGroup group) {
  switch (group) {
    case ScreenGroup::CaudaEquina:
      return {FlagId::Ce1, FlagId::Ce2, FlagId::Ce3, FlagId::Ce4,
              FlagId::Ce5, FlagId::Ce6, FlagId::Nd1};
    case ScreenGroup::Cord:
      return {FlagId::Mc1, FlagId::Th1};
    case ScreenGroup::Malignancy:
      return {FlagId::Ms1, FlagId::Ma1, FlagId::Ma2, FlagId::Ma3, FlagId::Ma4, FlagId::Ma5};
    case ScreenGroup::Fracture:
      return {FlagId::Fx1, FlagId::Fx2, FlagId::Fx3, FlagId::Fx4, FlagId::Fx5};
    case ScreenGroup::Infection:
      return {FlagId::In1, FlagId::In2};
    case ScreenGroup::Vascular:
      return {FlagId::Aa1, FlagId::Aa2, FlagId::Dv1};
    case ScreenGroup::Visceral:
      return {FlagId::Vi1, FlagId::Pg1};
    case ScreenGroup::Mood:
      return {FlagId::Ps1};
    case ScreenGroup::Inflammatory:
      return {FlagId::Ib1};
  }
  return {};
}

ScreenGroup group_of(FlagId id) {
  for (std::size_t i = 0; i < kWordCount<ScreenGroup>; ++i) {
    const auto group = static_cast<ScreenGroup>(i);
    if (flags_of(group).contains(id)) return group;
  }
  return ScreenGroup::CaudaEquina;
}

}  // namespace plumbline::clinical
