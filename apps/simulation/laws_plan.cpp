// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "laws.hpp"
#include "plumbline/care/weights.hpp"
#include "plumbline/exercise/needs.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"
#include "random_numbers.hpp"
#include "random_person.hpp"

namespace plumbline::simulation {
namespace {

using care::Agenda;
using care::Item;
using exercise::Catalogue;
using json::PlanRequest;

LocalDate first_day() { return LocalDate::from_days(20514); }

/// Calls `f` with every item of the week and its day.
template <class F>
void each_item(const Agenda& agenda, F f) {
  for (const care::Day& day : agenda.week) {
    for (const Item& item : day.items) f(day, item);
  }
}

/// The words that hold for somebody, put together here and not by the engine.
std::set<std::string> words_of(const PlanRequest& person, const Agenda& agenda) {
  std::set<std::string> words;
  if (person.profile.conditions) {
    person.profile.conditions->for_each([&](clinical::Condition c) {
      if (c != clinical::Condition::HipReplacement) words.insert(std::string(word(c)));
    });
    const bool hip = person.profile.conditions->contains(clinical::Condition::HipReplacement);
    const auto& on = person.profile.hip_replacement_on;
    if (hip && (!on || first_day().since(*on) < 84)) words.insert("hip_replacement");
  }
  if (words.contains("vertebral_fracture")) words.insert("osteoporosis");
  agenda.derived.for_each([&](clinical::DerivedFlag f) { words.insert(std::string(word(f))); });
  return words;
}

std::string law1_exclusions(const LawCase& c) {
  const PlanRequest person = random_person(c.seed);
  const Agenda agenda = first_plan(person, c);
  const std::set<std::string> words = words_of(person, agenda);
  std::string fault;
  each_item(agenda, [&](const care::Day&, const Item& item) {
    const exercise::Exercise& e = c.catalogue.exercise(*c.catalogue.find(item.exercise));
    for (const exercise::Contraindication& x : e.contraindications) {
      const bool holds = words.contains(std::string(word(x.word)));
      if (!holds || x.strength == exercise::ExclusionStrength::Modified) continue;
      fault = e.id + " in spite of " + std::string(word(x.word));
    }
    if (!person.profile.equipment.includes(e.equipment)) fault = e.id + " without its equipment";
  });
  const bool emergency = agenda.locked && agenda.locked->lock == clinical::Lock::All;
  each_item(agenda, [&](const care::Day&, const Item& item) {
    if (emergency) fault = item.exercise + " in spite of an emergency";
  });
  return fault;
}

std::string law2b_usual_pain(const LawCase& c) {
  RandomNumbers random(c.seed + 17);
  PlanRequest person = random_safe_person(c.seed);
  person.profile.usual_pain = random.between(0, 9);
  const Agenda calm = first_plan(person, c);
  person.profile.usual_pain = random.between(*person.profile.usual_pain + 1, 10);
  const Agenda sore = first_plan(person, c);
  if (load_thirds_of(sore) > load_thirds_of(calm)) return "more usual pain, more load";
  std::map<std::string, Height> heights;
  each_item(calm, [&](const care::Day&, const Item& item) {
    const Height h = height_of(item, c.catalogue);
    if (item.role == exercise::ItemRole::Main) heights[h.chain] = std::max(heights[h.chain], h);
  });
  std::string fault;
  each_item(sore, [&](const care::Day&, const Item& item) {
    const Height h = height_of(item, c.catalogue);
    const auto before = heights.find(h.chain);
    if (item.role != exercise::ItemRole::Main || before == heights.end()) return;
    if (before->second < h) fault = "more usual pain, higher " + item.exercise;
  });
  return fault;
}

std::string law3_equipment(const LawCase& c) {
  PlanRequest person = random_safe_person(c.seed);
  std::string fault;
  for (const clinical::Equipment kit :
       {clinical::Equipment::Chair, clinical::Equipment::Band, clinical::Equipment::Wall}) {
    person.profile.equipment.erase(kit);
    each_item(first_plan(person, c), [&](const care::Day&, const Item& item) {
      const auto& e = c.catalogue.exercise(*c.catalogue.find(item.exercise));
      if (e.equipment.contains(kit)) fault = e.id + " needs what was taken away";
    });
  }
  return fault;
}

/// A day that got longer although there are fewer minutes for it.
std::string longer_day(const Agenda& more, const Agenda& less) {
  for (std::size_t d = 0; d < more.week.size(); ++d) {
    if (seconds_of(less.week[d]) > seconds_of(more.week[d])) {
      return "fewer minutes lengthen day " + std::to_string(d);
    }
  }
  return {};
}

std::string law3_minutes(const LawCase& c) {
  PlanRequest person = random_safe_person(c.seed);
  const Agenda more = first_plan(person, c);
  std::int32_t& minutes = person.profile.minutes_per_day;
  if (minutes <= 5) return {};
  RandomNumbers random(c.seed + 29);
  // Every other person steps down by a minute from a short day, where things fall out one by one.
  constexpr std::int32_t kShort = 22;
  minutes = random.between(5, (c.seed % 2 == 0 ? std::min(minutes, kShort) : minutes) - 1);
  Agenda shorter = first_plan(person, c);
  if (std::string fault = longer_day(more, shorter); !fault.empty()) return fault;
  if (c.seed % 2 != 0 || minutes <= 5) return {};
  --minutes;
  return longer_day(shorter, first_plan(person, c));
}

std::string law3_flags(const LawCase& c) {
  RandomNumbers random(c.seed + 31);
  PlanRequest person = random_person(c.seed);
  const Agenda before = first_plan(person, c);
  // Only the answer is raised; what was told besides stays told.
  const auto flag = static_cast<clinical::FlagId>(random.between(0, 28));
  clinical::FlagAnswer yes;
  if (const auto& told = person.screen.answers[flag]) yes = *told;
  yes.answer = clinical::ScreenAnswer::Yes;
  person.screen.answers.set(flag, yes);
  const Agenda after = first_plan(person, c);
  const auto lock = [](const Agenda& a) { return a.locked ? static_cast<int>(a.locked->lock) : 0; };
  return lock(after) < lock(before) ? "one more red flag opens a lock" : std::string();
}

clinical::Side mirrored(clinical::Side side) {
  if (side == clinical::Side::Left) return clinical::Side::Right;
  return side == clinical::Side::Right ? clinical::Side::Left : side;
}

std::string law5_mirror(const LawCase& c) {
  PlanRequest person = random_safe_person(c.seed);
  Agenda plan = first_plan(person, c);
  for (auto& area : person.profile.pain) area.side = mirrored(area.side);
  for (auto& test : person.tests) {
    if (test.side) test.side = mirrored(*test.side);
  }
  const Agenda other = first_plan(person, c);
  for (care::Day& day : plan.week) {
    for (Item& item : day.items) {
      if (item.side == care::ItemSide::Left) {
        item.side = care::ItemSide::Right;
      } else if (item.side == care::ItemSide::Right) {
        item.side = care::ItemSide::Left;
      }
    }
  }
  const auto text = [](const Agenda& a) { return json::write(json::write_value(a)); };
  return text(plan) == text(other) ? std::string() : "the mirrored person gets another plan";
}

std::string law6_fits(const LawCase& c) {
  const PlanRequest person = random_person(c.seed);
  const Agenda agenda = first_plan(person, c);
  if (agenda.locked) return {};
  std::int32_t sessions = 0;
  for (const care::Day& day : agenda.week) {
    if (seconds_of(day) > person.profile.minutes_per_day * 60) return "a day is too long";
    std::int32_t counted = 0;
    bool main = false;
    for (const Item& item : day.items) {
      const bool edge =
          item.role == exercise::ItemRole::Warmup || item.role == exercise::ItemRole::Ease;
      if (edge && item.seconds > 180) return "a warm-up or end is longer than 3 minutes";
      if (!edge) ++counted;
      main = main || item.role == exercise::ItemRole::Main;
    }
    if (counted > 6) return "more than six items in a day";
    if (main) ++sessions;
  }
  if (sessions > person.profile.days_per_week) return "more sessions than asked for";
  return {};
}

/// Every need is served by an item or stands in `unserved`.
std::string law6_needs(const LawCase& c) {
  const PlanRequest person = random_safe_person(c.seed);
  const Agenda agenda = first_plan(person, c);
  if (agenda.locked) return {};
  WordSet<exercise::Need> named;
  each_item(agenda, [&](const care::Day&, const Item& item) {
    named =
        named.united(counted_needs(c.catalogue.exercise(*c.catalogue.find(item.exercise)).serves));
  });
  for (const care::Unserved& u : agenda.unserved) named.insert(u.need);
  for (const exercise::Need need : {exercise::Need::Aerobic, exercise::Need::Relax}) {
    if (!named.contains(need)) return "nothing said about " + std::string(word(need));
  }
  return {};
}

/// Where the upper back comes first, it has its share of the different exercises (rules 1.6),
/// unless nothing for it is allowed.
std::string law6_upper_back(const LawCase& c) {
  const PlanRequest person = random_safe_person(c.seed);
  if (!exercise::upper_back_first(person.profile)) return {};
  std::set<std::string> upper;
  std::set<std::string> all;
  each_item(first_plan(person, c), [&](const care::Day&, const Item& item) {
    const auto serves = c.catalogue.exercise(*c.catalogue.find(item.exercise)).serves;
    const bool daily = item.role == exercise::ItemRole::Daily &&
                       serves.intersects({exercise::Need::Aerobic, exercise::Need::Relax});
    const bool main =
        item.role == exercise::ItemRole::Main || item.role == exercise::ItemRole::Daily;
    if (!main || daily) return;
    all.insert(item.exercise);
    if (serves.intersects(
            {exercise::Need::Scapular, exercise::Need::ThoracicMobility, exercise::Need::Neck})) {
      upper.insert(item.exercise);
    }
  });
  const bool enough = upper.empty() || upper.size() * 5 >= all.size() * 3;
  return enough ? std::string() : "less than 60 % for the upper back";
}

std::string law7_reasons(const LawCase& c) {
  const Agenda agenda = first_plan(random_person(c.seed), c);
  std::string fault;
  const auto cites = [](const Reason& r) { return !r.rule.empty() && !r.verdict.empty(); };
  each_item(agenda, [&](const care::Day&, const Item& item) {
    const bool good = !item.why.empty() && std::ranges::all_of(item.why, cites);
    if (!good) fault = item.exercise + " without a rule";
  });
  for (const care::Unserved& u : agenda.unserved) {
    if (!cites(u.why)) fault = "an unserved need without a rule";
  }
  if (agenda.locked && !std::ranges::all_of(agenda.locked->why, cites))
    fault = "a lock without a rule";
  return fault;
}

}  // namespace

Agenda first_plan(const PlanRequest& person, const LawCase& c) {
  constexpr std::int64_t kDayMs = 86'400'000;
  const auto entries = json::entries_of(person, PersonId("p"), {first_day().days() * kDayMs, 0});
  return *care::compute_agenda(record::fold(entries), c.catalogue, first_day(), c.memo());
}

Height height_of(const Item& item, const Catalogue& catalogue) {
  const exercise::CatalogueRow& row = catalogue.row(*catalogue.find(item.exercise));
  Height out;
  const auto dose = std::ranges::find(row.path, item.dose);
  out.dose = dose == row.path.end() ? -1 : dose - row.path.begin();
  if (item.resistance) {
    if (const auto weight = care::weight_amount(*item.resistance)) out.weight = weight->value;
  }
  std::string id = item.exercise;
  for (;;) {
    const exercise::Exercise& e = catalogue.exercise(*catalogue.find(id));
    const bool begins =
        e.regress.empty() || catalogue.exercise(*catalogue.find(e.regress)).progress != e.id;
    if (begins) break;
    id = e.regress;
    ++out.rung;
  }
  out.chain = id;
  return out;
}

std::vector<Law> plan_laws() {
  return {{"1 nothing excluded, no plan in an emergency", 1, law1_exclusions},
          {"2b more usual pain raises nothing", 1, law2b_usual_pain},
          {"3 less equipment adds nothing that needs it", 4, law3_equipment},
          {"3 fewer minutes lengthen no day", 1, law3_minutes},
          {"3 one more red flag opens no lock", 1, law3_flags},
          {"5 mirroring mirrors", 1, law5_mirror},
          {"6 minutes, days and items fit", 1, law6_fits},
          {"6 needs are served or named", 1, law6_needs},
          {"6 the upper back has its share", 1, law6_upper_back},
          {"7 everything cites a rule", 1, law7_reasons}};
}

}  // namespace plumbline::simulation
