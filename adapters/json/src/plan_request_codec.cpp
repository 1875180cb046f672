// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/plan_request_codec.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "contradictions.hpp"
#include "plumbline/json/object_reader.hpp"
#include "plumbline/json/profile_codec.hpp"
#include "plumbline/json/score_codec.hpp"
#include "plumbline/json/triage_codec.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::json {
namespace {

using clinical::MovementTest;
using clinical::Profile;
using clinical::Side;
using record::InstrumentAnswered;
using record::MovementTestDone;

Result<InstrumentAnswered> read_instrument(const std::string& name, const Value& value,
                                           const Pointer& at) {
  const auto id = from_word<clinical::InstrumentId>(name);
  if (!id) return unknown_word(name, at, vocabulary_text<clinical::InstrumentId>());
  auto answers = read_score_request(value, at);
  if (!answers) return std::unexpected(std::move(answers.error()));
  const auto scored = clinical::score(*id, *answers);
  if (!scored) {
    Error error = scored.error();
    error.where = at.text() + error.where;
    return std::unexpected(std::move(error));
  }
  return InstrumentAnswered{*id, std::move(*answers)};
}

Result<std::vector<InstrumentAnswered>> read_instruments(const Value& value, const Pointer& at) {
  const Object* object = value.as_object();
  if (object == nullptr) return wrong_type(value, at, "an object of instruments");
  std::vector<InstrumentAnswered> out;
  for (const auto& [name, body] : *object) {
    auto read = read_instrument(name, body, Pointer(at, name));
    if (!read) return std::unexpected(std::move(read.error()));
    out.push_back(std::move(*read));
  }
  return out;
}

Result<double> read_test_value(MovementTest test, const Value& value, const Pointer& at) {
  Result<double> number = read<double>(value, at);
  if (!number) return number;
  const clinical::TestRange range = range_of(test);
  const bool whole =
      !range.whole || static_cast<double>(static_cast<std::int64_t>(*number)) == *number;
  if (*number < range.least || *number > range.most || !whole) {
    return fail(ErrorCode::OutOfRange, at.text(),
                std::string("expected ") + (range.whole ? "a whole number " : "") + "from " +
                    write(Value(range.least)) + " to " + write(Value(range.most)) + ", found " +
                    write(value));
  }
  return number;
}

Result<void> read_sides(MovementTest test, const Value& value, const Pointer& at,
                        std::vector<MovementTestDone>& out) {
  ObjectReader object(value, at);
  for (const Side side : {Side::Left, Side::Right}) {
    const Value* field = object.take(word(side));
    if (field == nullptr) continue;
    Result<double> number = read_test_value(test, *field, Pointer(at, word(side)));
    if (!number) return std::unexpected(std::move(number.error()));
    out.push_back({test, side, *number, record::TestMethod::Self, std::nullopt});
  }
  Result<bool> done = object.finish(true);
  if (!done) return std::unexpected(std::move(done.error()));
  return {};
}

Result<std::vector<MovementTestDone>> read_tests(const Value& value, const Pointer& at) {
  const Object* object = value.as_object();
  if (object == nullptr) return wrong_type(value, at, "an object of movement tests");
  std::vector<MovementTestDone> out;
  for (const auto& [name, body] : *object) {
    const Pointer here(at, name);
    const auto test = from_word<MovementTest>(name);
    if (!test) return unknown_word(name, here, vocabulary_text<MovementTest>());
    if (has_sides(*test) && body.as_object() != nullptr) {
      if (auto read = read_sides(*test, body, here, out); !read) {
        return std::unexpected(std::move(read.error()));
      }
      continue;
    }
    Result<double> number = read_test_value(*test, body, here);
    if (!number) return std::unexpected(std::move(number.error()));
    out.push_back({*test, std::nullopt, *number, record::TestMethod::Self, std::nullopt});
  }
  return out;
}

/// Where most of the pain is: the painted region with the highest intensity.
std::optional<clinical::Region> main_region(const Profile& profile) {
  const auto worst = std::ranges::max_element(profile.pain, {}, &clinical::PainArea::intensity);
  if (worst == profile.pain.end()) return std::nullopt;
  return worst->region;
}

template <class T>
void take_by(ObjectReader& object, std::string_view name,
             Result<T> (*reader)(const Value&, const Pointer&), T& target) {
  const Value* field = object.take(name);
  if (field == nullptr) return;
  Result<T> found = reader(*field, Pointer(object.at(), name));
  if (!found) return object.report(std::move(found.error()));
  target = std::move(*found);
}

}  // namespace

clinical::TriageInput screen_of(const Profile& p, clinical::ScreenAnswers answers) {
  const clinical::LegSymptoms leg =
      clinical::compute_leg_symptoms(p.radiates, p.neuro_symptoms, p.pain);
  clinical::TriageInput out;
  out.age = p.person.age;
  out.sex = p.person.sex;
  out.onset_days_ago = p.onset_days_ago;
  out.episodes_before = p.episodes_before;
  out.radiates = leg.radiates;
  out.neuro_symptoms = leg.neuro_symptoms ? std::optional(true) : p.neuro_symptoms;
  out.region = main_region(p);
  out.improving = p.improving;
  out.conditions = p.conditions;
  out.answers = std::move(answers);
  return out;
}

Result<PlanRequest> Codec<PlanRequest>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  PlanRequest out;
  out.profile = read_profile_fields(object);
  clinical::ScreenAnswers answers;
  object.required("screen", answers);
  take_by(object, "instruments", &read_instruments, out.instruments);
  take_by(object, "tests", &read_tests, out.tests);
  if (object.ok()) {
    auto fault = check_profile(out.profile, at);
    if (!fault) fault = check_answers(answers, out.profile.person.age, Pointer(at, "screen"));
    if (fault) object.report(std::move(*fault));
    out.screen = screen_of(out.profile, std::move(answers));
  }
  return object.finish(std::move(out));
}

std::vector<record::Entry> entries_of(const PlanRequest& request, const PersonId& person,
                                      const Instant& at) {
  std::vector<record::Body> bodies;
  bodies.emplace_back(record::ProfileSet{request.profile});
  bodies.emplace_back(record::ScreenAnswered{request.screen});
  for (const auto& instrument : request.instruments) bodies.emplace_back(instrument);
  for (const auto& test : request.tests) bodies.emplace_back(test);
  std::vector<record::Entry> entries;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    record::Entry entry;
    std::string number = std::to_string(i);
    entry.id = EntryId("00000000-0000-7000-8000-" + std::string(12 - number.size(), '0') + number);
    entry.person = person;
    entry.made_at = at;
    entry.author = {record::Role::Person, {}};
    entry.device = DeviceId("profile");
    entry.body = std::move(bodies[i]);
    entries.push_back(std::move(entry));
  }
  return entries;
}

namespace {

/// The start of the day on which the first entry was made, or of `date` where there is none.
Instant start_of_day(const std::vector<record::Entry>& entries, LocalDate date) {
  constexpr std::int64_t kMsPerDay = 86'400'000;
  if (entries.empty()) return {date.days() * kMsPerDay, 0};
  const Instant first = std::ranges::min_element(entries, {}, &record::Entry::made_at)->made_at;
  return {local_date(first).days() * kMsPerDay - first.offset_minutes * 60'000LL,
          first.offset_minutes};
}

}  // namespace

std::vector<record::Entry> entries_with(const PlanRequest& request,
                                        std::vector<record::Entry> entries, LocalDate date) {
  const PersonId person = entries.empty() ? PersonId("person") : entries.front().person;
  std::vector<record::Entry> out = entries_of(request, person, start_of_day(entries, date));
  out.insert(out.end(), std::make_move_iterator(entries.begin()),
             std::make_move_iterator(entries.end()));
  return out;
}

}  // namespace plumbline::json
