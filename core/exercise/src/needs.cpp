// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/needs.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace plumbline::exercise {
namespace {

using clinical::DerivedFlag;
using clinical::Profile;
using clinical::Region;

constexpr WordSet<Region> kUpper{Region::Thoracic, Region::Cervical, Region::Shoulder};
constexpr WordSet<Region> kThoracic{Region::Thoracic, Region::Chest, Region::Shoulder};
constexpr WordSet<Region> kButtock{Region::Buttock, Region::Hip, Region::Groin};
/// @source rules 1.6: age from which legs, function and balance are needs
constexpr std::int32_t kOlder = 65;

/// Collects needs with one reason each.
struct Collector {
  std::vector<NeedTarget> needs;
  void add(Need need, std::int32_t weight, std::int32_t days, RationaleInput why,
           std::string text) {
    const auto same = std::ranges::find(needs, need, &NeedTarget::need);
    if (same != needs.end()) {
      same->weight = std::max(same->weight, weight);
      same->days = std::max(same->days, days);
      return;
    }
    needs.push_back({need, weight, days,
                     Reason{"1.6/" + std::string(word(need)),
                            {std::move(why), {"days", std::int64_t{days}}},
                            "need",
                            std::move(text)}});
  }
};

bool has_lumbar_pain(const Profile& p) {
  return p.pain.empty() || clinical::has_pain_in(p, {Region::Lumbar, Region::Sacrum}) ||
         !clinical::has_pain_in(p, kUpper.united(kButtock));
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool goal_names(const Profile& profile, std::span<const std::string_view> stems) {
  return std::ranges::any_of(profile.goals, [&](const clinical::Goal& goal) {
    const std::string text = lower_case(goal.activity) + " ";
    return std::ranges::any_of(
        stems, [&](std::string_view stem) { return text.find(stem) != std::string::npos; });
  });
}

/// That sitting hurts says nothing about how somebody works.
bool goal_names_sitting(const Profile& profile) {
  /// @source rules 1.6: sitting work asks for supple hips; told by a goal, word stems ours
  constexpr std::array<std::string_view, 10> kStems = {"sitting", "desk",  "office",       "driv",
                                                       "sitz",    "büro",  "schreibtisch", "sentad",
                                                       "oficina", "conduc"};
  return goal_names(profile, kStems);
}

struct Picture {
  bool lumbar;
  bool buttock;
  /// Pain about the hip alone: what helps it need not wait for the second week.
  bool hip_alone;
  bool radicular;
  bool chronic;
  bool older;
  bool first_plan;
};

Picture picture_of(const Profile& p, const NeedInputs& in) {
  return {has_lumbar_pain(p),
          clinical::has_pain_in(p, kButtock),
          !has_lumbar_pain(p) && !clinical::has_pain_in(p, kUpper),
          in.derived.contains(DerivedFlag::Radicular),
          in.onset_days > clinical::kLongStandingDays,
          p.person.age >= kOlder,
          in.plan_week == 0};
}

void add_trunk(Collector& out, const NeedInputs& in, const Picture& at) {
  if (at.lumbar || at.hip_alone || ((at.buttock || at.radicular || at.chronic) && !at.first_plan)) {
    // For an upper back alone it is welcome; shoulder blades and neck come first.
    const bool first = at.lumbar || at.hip_alone || at.buttock || at.radicular;
    out.add(Need::DeepAbdominal, first ? 8 : 5, 3, {"lumbar", at.lumbar},
            "Deep belly muscles steady the back.");
  }
  if (in.uneven_side_bridge) {
    out.add(Need::SideTrunk, 3, 2, {"side_bridge_uneven", true},
            "One side of your trunk tired sooner than the other.");
  }
  const bool extensors = (at.lumbar && at.chronic) || in.weak_trunk_extensors ||
                         in.chair_stand_below_norm ||
                         in.derived.contains(DerivedFlag::Osteoporosis);
  if (extensors && !at.first_plan) {
    out.add(Need::Extensors, 6, 2, {"chronic", at.chronic}, "Back muscles grow strong with load.");
  }
}

void add_legs(Collector& out, const Profile& p, const NeedInputs& in, const Picture& at) {
  const bool glutes_now = ((at.lumbar || at.hip_alone) && at.chronic) || at.older;
  if (glutes_now || ((at.lumbar || at.buttock || at.radicular) && !at.first_plan)) {
    out.add(Need::Glutes, 6, 3, {"chronic", at.chronic}, "Strong hips take load off the back.");
  }
  const bool falls = in.derived.contains(DerivedFlag::FallsRisk);
  if (at.older || falls || in.chair_stand_below_norm) {
    out.add(Need::Legs, 5, 2, {"age", std::int64_t{p.person.age}},
            "Strong legs make standing up and walking easier.");
    out.add(Need::Function, 5, 2, {"age", std::int64_t{p.person.age}},
            "Practising daily movements makes them easier.");
  }
  if (goal_asks_for_function(p)) {
    out.add(Need::Function, 6, 2, {"goal", p.goals.front().activity},
            "Your goal asks for bending or lifting.");
  } else if (!p.goals.empty()) {
    out.add(Need::Legs, 3, 2, {"goal", p.goals.front().activity},
            "Strong legs help with what you want to do.");
  }
  if (at.older || falls || in.derived.contains(DerivedFlag::Osteoporosis)) {
    // Where the upper back takes most of the room, balance comes first in what is left.
    out.add(Need::Balance, upper_back_first(p) ? 9 : 6, in.days_per_week, {"falls_risk", falls},
            "A little balance work in every session prevents falls.");
  }
}

void add_mobility(Collector& out, const Profile& p, const NeedInputs& in, const Picture& at) {
  const bool extension = in.derived.contains(DerivedFlag::DirectionExtension);
  const bool flexion = in.derived.contains(DerivedFlag::DirectionFlexion);
  const bool graded = in.mode == clinical::CourseMode::GradedActivity;
  if (extension) {
    out.add(Need::DirectionExtension, 7, 7, {"direction", "extension"},
            "You told us that bending hurts; small bends back often help then. Stop if pain moves "
            "down the leg.");
  }
  if (flexion) {
    out.add(
        Need::DirectionFlexion, 7, 7, {"direction", "flexion"},
        "You told us that arching or standing hurts; small bends forward often help then. Stop if "
        "pain moves down the leg.");
  }
  if (at.lumbar && ((!extension && !flexion) || graded)) {
    out.add(Need::LumbarMobility, 5, 5, {"graded_activity", graded},
            "Easy movement keeps the lower back supple.");
  }
  if (at.buttock || (goal_names_sitting(p) && in.plan_week >= 2)) {
    out.add(Need::HipMobility, 1, 2, {"buttock", at.buttock}, "Supple hips help the lower back.");
  }
}

void add_nerve_and_upper(Collector& out, const Profile& p, const NeedInputs& in,
                         const Picture& at) {
  if (at.radicular) {
    out.add(Need::NerveSciatic, 7, 7, {"radicular", true},
            "Gentle gliding keeps the leg nerve moving.");
  }
  const bool thoracic = clinical::has_pain_in(p, kThoracic);
  const bool cervical = clinical::has_pain_in(p, {Region::Cervical});
  if (thoracic || cervical) {
    out.add(Need::Scapular, 9, 3, {"upper_back", true},
            "Shoulder-blade muscles carry the upper back.");
    out.add(Need::ThoracicMobility, 7, 7, {"upper_back", true},
            "Easy movement keeps the upper back supple.");
  }
  if (cervical) out.add(Need::Neck, 6, 3, {"cervical", true}, "Deep neck muscles hold the head.");
  out.add(Need::Aerobic, 9, 5, {"everybody", true}, "Walking helps almost every back.");
  const bool more =
      in.high_psychological_risk || in.poor_sleep || p.irritability == clinical::Irritability::High;
  out.add(Need::Relax, more ? 6 : 4, 7, {"more", more}, "A calm breath settles a sore back.");
}

}  // namespace

bool upper_back_first(const clinical::Profile& profile) {
  std::int32_t upper = -1;
  std::int32_t other = -1;
  for (const clinical::PainArea& area : profile.pain) {
    std::int32_t& highest = kUpper.contains(area.region) ? upper : other;
    highest = std::max(highest, area.intensity);
  }
  return upper > other;
}

bool goal_asks_for_function(const clinical::Profile& profile) {
  /// @source rules 1.6: a goal that names bending or lifting asks for function; word stems ours
  constexpr std::array<std::string_view, 27> kStems = {
      "lift",    "bend",    "pick",   "carry",  "stoop", "tie ",   "shoe",  "sock",   "garden",
      "floor",   "laundry", "hoover", "vacuum", "heb",   "bück",   "bueck", "trag",   "schuh",
      "strumpf", "boden",   "garten", "levant", "agach", "cargar", "recog", "zapato", "suelo"};
  return goal_names(profile, kStems);
}

WordSet<Need> counted_needs(WordSet<Need> serves) {
  if (serves.intersects({Need::Abdominal, Need::SideTrunk})) serves.insert(Need::DeepAbdominal);
  return serves;
}

std::vector<NeedTarget> compute_needs(const clinical::Profile& profile, const NeedInputs& inputs) {
  const Picture at = picture_of(profile, inputs);
  Collector out;
  add_trunk(out, inputs, at);
  add_legs(out, profile, inputs, at);
  add_mobility(out, profile, inputs, at);
  add_nerve_and_upper(out, profile, inputs, at);
  std::ranges::sort(out.needs, {}, &NeedTarget::need);
  return std::move(out.needs);
}

}  // namespace plumbline::exercise
