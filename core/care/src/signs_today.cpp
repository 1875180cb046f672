// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/signs_today.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "plumbline/care/sign_alerts.hpp"

namespace plumbline::care {
namespace {

using clinical::SymptomWhat;
using exercise::Bias;
using exercise::Catalogue;
using exercise::ItemRole;
using exercise::Need;
using record::PersonState;

const record::Dated<record::SymptomReported>* told_today(const PersonState& state, SymptomWhat what,
                                                         LocalDate day) {
  const auto found = std::ranges::find_if(
      state.symptoms, [&](const auto& s) { return s.day == day && s.body.what == what; });
  return found == state.symptoms.end() ? nullptr : &*found;
}

/// What was done in sessions of a day.
std::vector<const record::Dated<record::ExerciseDone>*> done_on(const PersonState& state,
                                                                LocalDate day) {
  std::vector<const record::Dated<record::ExerciseDone>*> out;
  for (const record::Session& session : state.sessions) {
    if (session.day != day) continue;
    for (const auto& done : session.done) out.push_back(&done);
  }
  return out;
}

/// A way of moving the lower back goes with another where either contains it.
bool same_way(Bias a, Bias b) {
  if (a == b) return true;
  const auto both = [](Bias x) { return x == Bias::FlexionExtension; };
  const auto one = [](Bias x) { return x == Bias::Flexion || x == Bias::Extension; };
  return (both(a) && one(b)) || (both(b) && one(a));
}

bool is_direction(const exercise::Exercise& e) {
  return e.kind == exercise::ExerciseClass::Direction ||
         e.serves.intersects({Need::DirectionExtension, Need::DirectionFlexion});
}

/// Without main exercises there is no session, and none of its edges.
void drop_lonely_edges(Day& day) {
  const bool session =
      std::ranges::any_of(day.items, [](const Item& item) { return item.role == ItemRole::Main; });
  if (session) return;
  std::erase_if(day.items, [](const Item& item) {
    return item.role == ItemRole::Warmup || item.role == ItemRole::Ease;
  });
}

Alert tell(const char* rule, const char* verdict, std::string text) {
  return {Recipient::Person,
          clinical::Urgency::None,
          text,
          {rule, {{"reported", "today"}}, verdict, text}};
}

Alert heed_fever(Day& today) {
  today.items.clear();
  return tell("2.7/fever", "no session today",
              "You told us of a fever or feeling ill, so there is no session today. It does not "
              "count as missed.");
}

void keep_relaxation(Day& today, const Catalogue& catalogue) {
  std::erase_if(today.items, [&](const Item& item) {
    const auto& e = catalogue.exercise(*catalogue.find(item.exercise));
    return e.serves != WordSet<Need>{Need::Relax};
  });
}

/// After a fall, or something that has no name here, the questions come before more exercise.
bool open_questions(const PersonState& state, LocalDate day) {
  return std::ranges::any_of(state.symptoms, [&](const auto& sign) {
    const bool first = sign.body.what == SymptomWhat::Fall || sign.body.what == SymptomWhat::Other;
    return first && sign.day == day && !sign_answered(state, sign, day);
  });
}

Alert heed_dizziness(Day& today, const Catalogue& catalogue) {
  keep_relaxation(today, catalogue);
  return tell("2.7/dizzy", "session over",
              "You felt dizzy: sit or lie down. Exercise is over for today; calm breathing is "
              "fine.");
}

Alert heed_leg_pain(Day& today, const record::Dated<record::SymptomReported>& sign,
                    const PersonState& state, const Catalogue& catalogue) {
  std::vector<Bias> ways;
  std::string last;
  for (const auto* done : done_on(state, today.date)) {
    const auto index = catalogue.find(done->body.exercise.text());
    if (!index) continue;
    const Bias bias = catalogue.exercise(*index).bias;
    if (bias != Bias::Neutral) ways.push_back(bias);
    if (done->at <= sign.at) last = done->body.exercise.text();
  }
  std::erase_if(today.items, [&](const Item& item) {
    const auto& e = catalogue.exercise(*catalogue.find(item.exercise));
    const bool way = std::ranges::any_of(ways, [&](Bias bias) { return same_way(bias, e.bias); });
    return item.exercise == last || is_direction(e) || way;
  });
  return tell("2.7/leg_pain_spreading", "direction out today",
              "Pain went further down the leg, so today leaves out what you did before it and "
              "movements in that direction. Please answer the questions about your leg.");
}

}  // namespace

std::vector<Alert> heed_signs(Day& today, const PersonState& state, const Catalogue& catalogue) {
  std::vector<Alert> out;
  const LocalDate day = today.date;
  if (const auto* sign = told_today(state, SymptomWhat::LegPainSpreading, day)) {
    out.push_back(heed_leg_pain(today, *sign, state, catalogue));
    drop_lonely_edges(today);
  }
  if (open_questions(state, day)) keep_relaxation(today, catalogue);
  if (told_today(state, SymptomWhat::Dizzy, day) != nullptr) {
    out.push_back(heed_dizziness(today, catalogue));
  }
  if (told_today(state, SymptomWhat::Fever, day) != nullptr) out.push_back(heed_fever(today));
  return out;
}

}  // namespace plumbline::care
