// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "laws.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"
#include "random_numbers.hpp"
#include "random_person.hpp"

namespace plumbline::simulation {
namespace {

using care::Agenda;
using record::Entry;

constexpr std::int32_t kWeeks = 3;
constexpr std::int32_t kThoroughWeeks = 5;

std::string text_of(const Agenda& agenda) { return json::write(json::write_value(agenda)); }

/// Says that at least as much was done as could have been asked. Law 2 is about answers on pain; in
/// a fixed journal the amounts fit one plan only, and too little done is a reason of its own to
/// step back (rules 3.2), so they are taken out of the comparison.
void do_plenty(std::vector<Entry>& entries) {
  for (Entry& entry : entries) {
    auto* done = std::get_if<record::ExerciseDone>(&entry.body);
    if (done == nullptr) continue;
    if (done->reps) done->reps = 200;
    if (done->hold_s) done->hold_s = 600;
    if (done->minutes) done->minutes = 60;
    done->sets = 10;
  }
}

/// Raises answers about pain in some entries.
void raise_pain(std::vector<Entry>& entries, RandomNumbers& random) {
  const auto raise = [&](std::int32_t& pain) {
    if (random.chance(15)) pain = random.between(pain, 10);
  };
  for (Entry& entry : entries) {
    if (auto* done = std::get_if<record::ExerciseDone>(&entry.body)) {
      raise(done->pain_during);
      raise(done->pain_before);
    }
    if (auto* morning = std::get_if<record::MorningCheck>(&entry.body)) raise(morning->pain);
    if (auto* session = std::get_if<record::SessionStarted>(&entry.body)) raise(session->pain);
    if (auto* flare = std::get_if<record::FlareReported>(&entry.body)) {
      if (flare->pain) raise(*flare->pain);
    }
  }
}

/// What each chain carries at most in a week.
std::map<std::string, Height> heights_of(const Agenda& agenda, const LawCase& c) {
  std::map<std::string, Height> out;
  for (const care::Day& day : agenda.week) {
    for (const care::Item& item : day.items) {
      if (item.role != exercise::ItemRole::Main) continue;
      const Height h = height_of(item, c.catalogue);
      out[h.chain] = std::max(out[h.chain], h);
    }
  }
  return out;
}

std::string compare(const Agenda& calm, const Agenda& sore, const LawCase& c) {
  if (load_thirds_of(sore) > load_thirds_of(calm)) {
    return "more load on " + format_date(sore.date) + ": " + std::to_string(load_thirds_of(calm)) +
           " to " + std::to_string(load_thirds_of(sore)) + " thirds";
  }
  const auto before = heights_of(calm, c);
  for (const auto& [chain, height] : heights_of(sore, c)) {
    const auto same = before.find(chain);
    // A dose cut by a flare is no place on the ladder; its load is compared above.
    if (same == before.end() || height.dose < 0 || same->second.dose < 0) continue;
    if (same->second < height) return chain + " is higher on " + format_date(sore.date);
  }
  return {};
}

/// Compares a life with the same one in more pain.
std::string more_pain(const LawCase& c, const Life& life, const std::vector<std::int32_t>& days) {
  RandomNumbers random(c.seed + 41);
  std::vector<Entry> calm = life.entries;
  do_plenty(calm);
  std::vector<Entry> sore = calm;
  raise_pain(sore, random);
  for (const std::int32_t after : days) {
    const LocalDate day = c.first_day().plus(after);
    const std::string fault = compare(agenda_of(calm, c, day), agenda_of(sore, c, day), c);
    if (!fault.empty()) return "more pain, " + fault;
  }
  return {};
}

/// Swaps something of the first plan for any exercise on day 9, and lets a clinician ask for any on
/// day 19.
void wish(std::vector<Entry>& entries, const LawCase& c, RandomNumbers& random) {
  const auto any = [&] {
    const auto last = static_cast<std::int32_t>(c.catalogue.rows().size()) - 1;
    const auto index = static_cast<std::size_t>(random.between(0, last));
    return ExerciseId(c.catalogue.exercise(index).id);
  };
  std::vector<std::string> planned;
  for (const care::Day& day : c.life().agendas.front().week) {
    for (const care::Item& item : day.items) planned.push_back(item.exercise);
  }
  if (planned.empty()) return;
  const auto from = random.between(0, static_cast<std::int32_t>(planned.size()) - 1);
  Entry entry = entries.back();
  const auto add = [&](std::int32_t day, const char* id, record::Body body) {
    entry.id = EntryId(id);
    entry.made_at = {(c.first_day().days() + day) * 86'400'000LL, 0};
    entry.body = std::move(body);
    entries.push_back(entry);
  };
  record::PlanSwap swap{ExerciseId(planned[static_cast<std::size_t>(from)]), {}, "wish"};
  if (random.chance(80)) swap.to = any();
  add(9, "wish a", swap);
  record::ClinicianOverride override_body;
  override_body.set = {any()};
  override_body.why = "wish";
  add(19, "wish b", override_body);
}

std::string too_long(const Agenda& agenda, std::int32_t minutes) {
  for (const care::Day& day : agenda.week) {
    if (seconds_of(day) > minutes * 60) return "a day is too long on " + format_date(day.date);
  }
  return {};
}

std::string law2a_wishes(const LawCase& c) {
  RandomNumbers random(c.seed + 59);
  std::vector<Entry> calm = c.life().entries;
  do_plenty(calm);
  wish(calm, c, random);
  std::vector<Entry> sore = calm;
  raise_pain(sore, random);
  const clinical::Profile profile = random_safe_person(c.seed).profile;
  const std::int32_t minutes = profile.minutes_per_day;
  for (const std::int32_t after : {9, 12, 17, 19, 26, 35}) {
    const LocalDate day = c.first_day().plus(after);
    const Agenda a = agenda_of(calm, c, day);
    const Agenda b = agenda_of(sore, c, day);
    for (const std::string& fault :
         {compare(a, b, c), too_long(a, minutes), too_long(b, minutes)}) {
      if (!fault.empty()) return "with wishes, " + fault;
    }
  }
  return {};
}

std::string law2a_pain(const LawCase& c) {
  if (c.thorough()) return more_pain(c, c.life(), {8, 17, 26, 35});
  return more_pain(c, c.life(), {8 + static_cast<std::int32_t>(c.seed % 13)});
}

/// With trials, first quotas, flares and a break of two weeks; agreed on at first or later.
std::string law2a_graded(const LawCase& c) {
  json::PlanRequest person = random_safe_person(c.seed);
  person.profile.conditions = WordSet<clinical::Condition>{};
  const bool at_first = c.seed % 20 < 10;
  if (at_first) person.profile.mode = clinical::CourseMode::GradedActivity;
  const Life life = live(person, c.catalogue,
                         {.seed = c.seed,
                          .weeks = 8,
                          .course = static_cast<PainCourse>(c.seed / 10 % 6),
                          .start = c.first_day(),
                          .graded_from = at_first ? -1 : static_cast<std::int32_t>(c.seed % 17)});
  return more_pain(c, life, {6, 13, 20, 27, 30, 43, 55});
}

std::string law2c_missing(const LawCase& c) {
  RandomNumbers random(c.seed + 43);
  std::vector<Entry> best = c.life().entries;
  do_plenty(best);
  std::vector<Entry> silent;
  for (Entry& entry : best) {
    auto* morning = std::get_if<record::MorningCheck>(&entry.body);
    if (morning == nullptr || random.chance(60)) {
      silent.push_back(entry);
      continue;
    }
    morning->pain = 0;
    morning->woken_more = false;
  }
  const std::vector<std::int32_t> days =
      c.thorough() ? std::vector<std::int32_t>{10, 20, 35} : std::vector<std::int32_t>{20};
  for (const std::int32_t after : days) {
    const LocalDate day = c.first_day().plus(after);
    const std::string fault = compare(agenda_of(best, c, day), agenda_of(silent, c, day), c);
    if (!fault.empty()) return "no answer beats the best answer: " + fault;
  }
  return {};
}

std::string law5_order(const LawCase& c) {
  RandomNumbers random(c.seed + 47);
  const Life& life = c.life();
  std::vector<Entry> mixed = life.entries;
  for (std::size_t i = mixed.size(); i-- > 1;) {
    std::swap(mixed[i],
              mixed[static_cast<std::size_t>(random.between(0, static_cast<std::int32_t>(i)))]);
  }
  for (int k = 0; k < 20; ++k) {
    mixed.push_back(mixed[static_cast<std::size_t>(
        random.between(0, static_cast<std::int32_t>(mixed.size()) - 1))]);
  }
  return text_of(c.last_agenda()) == text_of(agenda_of(mixed, c, c.last_day()))
             ? std::string()
             : "order or duplicates change the agenda";
}

std::string law5_shift(const LawCase& c) {
  constexpr std::int64_t kWeekMs = 7LL * 86'400'000;
  const Life& life = c.life();
  std::vector<Entry> later = life.entries;
  for (Entry& entry : later) entry.made_at.unix_ms += 3 * kWeekMs;
  const Agenda& now = c.last_agenda();
  const Agenda then = agenda_of(later, c, c.last_day().plus(21));
  if (load_thirds_of(now) != load_thirds_of(then)) return "three weeks later the load differs";
  for (std::size_t d = 0; d < now.week.size(); ++d) {
    if (now.week[d].items.size() != then.week[d].items.size()) return "a shifted day differs";
    for (std::size_t i = 0; i < now.week[d].items.size(); ++i) {
      const care::Item& a = now.week[d].items[i];
      const care::Item& b = then.week[d].items[i];
      if (a.exercise != b.exercise || !(a.dose == b.dose)) return "a shifted item differs";
    }
  }
  return {};
}

/// A journal survives being written and read, and leads to the same agenda.
std::string law8_replay(const LawCase& c) {
  const Life& life = c.life();
  std::string lines;
  for (const Entry& entry : life.entries) lines += json::write_entry(entry) + "\n";
  const auto read = json::read_journal(lines);
  if (!read) return "the journal cannot be read back: " + describe(read.error());
  // Now and then from nothing, so that what was remembered is held too.
  const record::PersonState state = record::fold(*read);
  const Result<Agenda> again =
      c.thorough() ? care::compute_agenda(state, c.catalogue, c.last_day())
                   : care::compute_agenda(state, c.catalogue, c.last_day(), c.memo());
  return again && text_of(c.last_agenda()) == text_of(*again)
             ? std::string()
             : "a journal that was written and read leads elsewhere";
}

}  // namespace

Agenda agenda_of(const std::vector<Entry>& entries, const LawCase& c, LocalDate day) {
  return *care::compute_agenda(record::fold(entries), c.catalogue, day, c.memo());
}

LocalDate LawCase::first_day() const { return LocalDate::from_days(20514); }

LocalDate LawCase::last_day() const {
  return first_day().plus((thorough() ? kThoroughWeeks : kWeeks) * 7 - 1);
}

const Life& LawCase::life() const {
  if (!life_) {
    life_ = live(random_safe_person(seed), catalogue,
                 {.seed = seed,
                  .weeks = thorough() ? kThoroughWeeks : kWeeks,
                  .course = static_cast<PainCourse>(seed / 10 % 7),
                  .start = first_day()});
  }
  return *life_;
}

const Agenda& LawCase::last_agenda() const {
  if (!last_) last_ = agenda_of(life().entries, *this, last_day());
  return *last_;
}

std::vector<Law> journal_laws() {
  return {{"2a more pain raises nothing later", 1, law2a_pain},
          {"2a the same in graded activity", 10, law2a_graded},
          {"2a and 6 hold with swaps and clinicians' wishes", 10, law2a_wishes},
          {"2c no answer gives no more than the best answer", 1, law2c_missing},
          {"5 order and duplicates change nothing", 1, law5_order},
          {"5 whole weeks shift", 1, law5_shift},
          {"8 replay reproduces", 1, law8_replay}};
}

}  // namespace plumbline::simulation
