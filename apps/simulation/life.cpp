// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "life.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <utility>
#include <vector>

#include "plumbline/clinical/screen_completeness.hpp"
#include "plumbline/exercise/ladder.hpp"
#include "plumbline/record/fold.hpp"
#include "random_numbers.hpp"

namespace plumbline::simulation {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kHourMs = 3'600'000;
/// Usual pain is that of the last week (rules 3.2).
constexpr std::size_t kWeek = 7;

/// Writes entries with made-up ids whose order follows the clock.
class Writer {
 public:
  explicit Writer(std::uint64_t seed) : seed_(seed) {
    char name[32];
    std::snprintf(name, sizeof name, "person-%llu", static_cast<unsigned long long>(seed));
    person_ = PersonId(name);
  }
  const PersonId& person() const { return person_; }
  record::Entry make(Instant at, record::Body body) {
    char id[80];
    std::snprintf(id, sizeof id, "%08llx-%04llx-7%03x-8%03x-%012x",
                  static_cast<unsigned long long>(at.unix_ms) >> 16U,
                  static_cast<unsigned long long>(at.unix_ms) & 0xFFFFU,
                  static_cast<unsigned>(seed_ & 0xFFFU),
                  static_cast<unsigned>(seed_ >> 12U & 0xFFFU), ++count_);
    record::Entry entry;
    entry.id = EntryId(id);
    entry.person = person_;
    entry.made_at = at;
    entry.author = {record::Role::Person, {}};
    entry.device = DeviceId("simulation");
    entry.body = std::move(body);
    return entry;
  }

 private:
  std::uint64_t seed_;
  PersonId person_;
  unsigned count_ = 0;
};

/// One simulated life.
class Living {
 public:
  Living(const json::PlanRequest& person, const exercise::Catalogue& catalogue,
         const LifeOptions& options)
      : person_(person),
        catalogue_(catalogue),
        o_(options),
        random_(options.seed * 2 + 1),
        writer_(options.seed) {}

  Life run() {
    for (record::Body& body : first_bodies()) write(o_.start, 7, std::move(body));
    for (std::int32_t d = 0; d < o_.weeks * 7; ++d) day(d);
    return std::move(life_);
  }

 private:
  std::vector<record::Body> first_bodies() const {
    std::vector<record::Body> out;
    for (record::Entry& entry : json::entries_of(person_, writer_.person(), {})) {
      out.push_back(std::move(entry.body));
    }
    return out;
  }

  void write(LocalDate day, std::int64_t hour, record::Body body) {
    const std::int64_t at = day.days() * kDayMs + hour * kHourMs + second_++ * 1000;
    life_.entries.push_back(writer_.make({at, 0}, std::move(body)));
  }

  std::int32_t usual() const { return clinical::usual_pain(person_.profile); }

  /// Pain on a day of the course, before any exercise.
  std::int32_t pain_on(std::int32_t d) {
    std::int32_t pain = usual();
    switch (o_.course) {
      case PainCourse::Constant3:
        pain = 3;
        break;
      case PainCourse::Constant5:
        pain = 5;
        break;
      case PainCourse::Constant7:
        pain = 7;
        break;
      case PainCourse::Fluctuating:
        pain += random_.between(-2, 2);
        break;
      case PainCourse::Flare:
        pain += d >= 28 && d < 33 ? 4 : 0;
        break;
      case PainCourse::Gap:
      case PainCourse::NewFlag:
        break;
    }
    return std::clamp(pain, 0, 10);
  }

  bool away(std::int32_t d) const { return o_.course == PainCourse::Gap && d >= 28 && d < 42; }

  void day(std::int32_t d) {
    second_ = 0;
    const LocalDate today = o_.start.plus(d);
    const std::int32_t pain = pain_on(d);
    pains_.push_back(pain);
    if (trained_yesterday_) {
      write(today, 7, record::MorningCheck{pain, std::nullopt, false});
      trained_yesterday_ = false;
    }
    if (o_.course == PainCourse::Flare && d == 28) write(today, 8, record::FlareReported{pain});
    if (o_.course == PainCourse::NewFlag && d == 35) report_new_flag(today);
    answer_rechecks(today, d);
    answer_usual_pain(today, d);
    if (d == o_.graded_from) {
      write(today, 9, record::ModeSet{clinical::CourseMode::GradedActivity});
    }
    look(today, d);
    const care::Day* plan = plan_for(today);
    if (plan == nullptr || away(d) || random_.chance(10)) return;
    train(*plan, today, pain);
  }

  void report_new_flag(LocalDate today) {
    clinical::TriageInput screen = person_.screen;
    clinical::FlagAnswer yes;
    yes.answer = clinical::ScreenAnswer::Yes;
    screen.answers.set(clinical::FlagId::In1, yes);
    write(today, 8, record::ScreenAnswered{std::move(screen)});
  }

  /// Safety questions are answered again every week, with "no", and usual pain when it is asked.
  void answer_rechecks(LocalDate today, std::int32_t d) {
    if (d == 0 || d % 7 != 0) return;
    clinical::TriageInput screen = person_.screen;
    clinical::FlagAnswer no;
    clinical::complete_screen().for_each([&](clinical::FlagId id) { screen.answers.set(id, no); });
    write(today, 9, record::ScreenAnswered{std::move(screen)});
  }

  /// Usual pain as it was in the last week; told on the last day of a week, a day off for most, so
  /// that it stands in the way of no step (rules 3.3, 2d).
  void answer_usual_pain(LocalDate today, std::int32_t d) {
    if (d % 7 != 6 || life_.agendas.empty()) return;
    const bool due = std::ranges::any_of(life_.agendas.back().due, [&](const care::DueCheck& c) {
      return c.check == "usual_pain" && c.date <= today.plus(1);
    });
    if (due) write(today, 9, record::UsualPainSet{middle_pain(), std::nullopt});
  }

  /// The middle one of the pains of the last week.
  std::int32_t middle_pain() const {
    std::vector<std::int32_t> last(
        pains_.end() - static_cast<std::ptrdiff_t>(std::min(kWeek, pains_.size())), pains_.end());
    std::ranges::sort(last);
    return last[last.size() / 2];
  }

  void look(LocalDate today, std::int32_t d) {
    if (!o_.every_day && d % 7 != 0) return;
    const record::PersonState state = record::fold(life_.entries);
    Result<care::Agenda> agenda = care::compute_agenda(state, catalogue_, today, memo_);
    if (agenda) life_.agendas.push_back(std::move(*agenda));
  }

  const care::Day* plan_for(LocalDate today) const {
    if (life_.agendas.empty()) return nullptr;
    for (const care::Day& day : life_.agendas.back().week) {
      if (day.date == today) return &day;
    }
    return nullptr;
  }

  void train(const care::Day& plan, LocalDate today, std::int32_t pain) {
    std::vector<const care::Item*> items;
    for (const care::Item& item : plan.items) {
      const bool counts =
          item.role == exercise::ItemRole::Main || item.role == exercise::ItemRole::Daily;
      if (counts) items.push_back(&item);
    }
    if (items.empty()) return;
    const SessionId session("session-" + format_date(today));
    write(today, 18, record::SessionStarted{session, pain});
    for (const care::Item* item : items) write(today, 18, done(*item, session, pain));
    write(today, 19, record::SessionEnded{session, record::SessionEnd::Complete});
    trained_yesterday_ = true;
  }

  /// What the plan names; before it names anything, a light weight or band.
  std::optional<record::Resistance> weight_for(const care::Item& item) const {
    constexpr double kLightKg = 4;
    if (item.resistance) return item.resistance;
    const exercise::Exercise& e = catalogue_.exercise(*catalogue_.find(item.exercise));
    if (!exercise::grows_in_weight(e)) return std::nullopt;
    if (e.equipment.contains(clinical::Equipment::Weight)) return record::Resistance{kLightKg, {}};
    return record::Resistance{std::nullopt, "red"};
  }

  record::ExerciseDone done(const care::Item& item, const SessionId& session, std::int32_t pain) {
    record::ExerciseDone out;
    out.session = session;
    out.exercise = ExerciseId(item.exercise);
    out.sets = item.dose.sets;
    out.reps = item.dose.reps;
    if (!item.dose.reps_by_set.empty()) {
      std::int32_t sum = 0;
      for (const std::int32_t reps : item.dose.reps_by_set) sum += reps;
      out.reps = sum;
    }
    out.hold_s = item.dose.hold_s;
    if (item.to_tolerance) {
      // A trial: until they would like to stop, which is a little further.
      out.trial = true;
      if (out.reps) out.reps = *out.reps + random_.between(0, 4);
      if (out.hold_s && !out.reps) out.hold_s = *out.hold_s + random_.between(0, 10);
    }
    if (item.dose.minutes) out.minutes = *item.dose.minutes;
    out.resistance = weight_for(item);
    out.pain_before = pain;
    out.pain_during = std::clamp(pain + (random_.chance(20) ? 1 : 0), 0, 10);
    out.effort_cr10 = random_.between(2, 4);
    out.rir = random_.between(3, 5);
    return out;
  }

  const json::PlanRequest& person_;
  const exercise::Catalogue& catalogue_;
  LifeOptions o_;
  exercise::WeekMemo memo_;
  RandomNumbers random_;
  Writer writer_;
  Life life_;
  /// Pain of each day so far.
  std::vector<std::int32_t> pains_;
  std::int64_t second_ = 0;
  bool trained_yesterday_ = false;
};

}  // namespace

Life live(const json::PlanRequest& person, const exercise::Catalogue& catalogue,
          const LifeOptions& options) {
  return Living(person, catalogue, options).run();
}

}  // namespace plumbline::simulation
