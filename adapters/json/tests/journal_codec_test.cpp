// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/journal_codec.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

#include "plumbline/json/catalogue_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::json {
namespace {

std::string uuid(int number) {
  std::string digits = std::to_string(number);
  return "0190a5b0-1234-7abc-8def-" + std::string(12 - digits.size(), '0') + digits;
}

/// One line of a journal; `number` makes its id.
std::string line(int number, const std::string& kind, const std::string& body,
                 const std::string& person = "p") {
  return R"({"id":")" + uuid(number) + R"(","person":")" + person +
         R"(","made_at":"2026-03-01T07:30:00.000+01:00","author":{"role":")" +
         (kind.starts_with("clinician.") ? "clinician" : "person") + R"("},)" +
         R"("device":"phone","kind":")" + kind + R"(","version":1,"body":)" + body + "}\n";
}

/// Oracle: formats.md, Journal: one example of each kind, by hand.
const std::vector<std::pair<std::string, std::string>>& examples() {
  static const std::vector<std::pair<std::string, std::string>> kExamples = {
      {"profile.set",
       R"({"person":{"age":46,"sex":"female","height_cm":168,"weight_kg":70.5},
           "onset_days_ago":400,"episodes_before":2,
           "pain":[{"region":"lumbar","side":"left","intensity":6,"quality":["aching"]}],
           "usual_pain":5,"usual_leg_pain":0,"radiates":"none","neuro_symptoms":false,
           "improving":true,"worse_with":["sitting"],"better_with":["walking"],
           "irritability":"moderate","mode":"graded_activity","conditions":["osteoporosis"],
           "excluded_positions":["prone"],"equipment":["chair","band"],"minutes_per_day":20,
           "days_per_week":4,"goals":[{"activity":"pick up my child","score":4}],
           "pregnancy_weeks":3,"fall_12_months":true,
           "blood_pressure":{"systolic":150,"diastolic":90},
           "hip_replacement_on":"2026-01-02"})"},
      {"screen.answered", R"({"age":46,"answers":{"RF-CE1":true,"RF-ND1":{"answer":"unsure",
                              "since_days":3,"worsening":true}}})"},
      {"bodymap.painted",
       R"({"areas":[{"region":"calf","side":"right","intensity":2,"quality":["numb"]}]})"},
      {"instrument.answered", R"({"instrument":"phq2","answers":[1,2]})"},
      {"movement_test.done",
       R"({"test":"side_bridge_s","side":"left","value":20.5,"method":"camera","error":2})"},
      {"session.started", R"({"session":"s","pain":4})"},
      {"session.ended", R"({"session":"s","reason":"stopped"})"},
      {"exercise.done",
       R"({"session":"s","exercise":"bridge","side":"left","sets":2,"reps":8,"hold_s":3,
           "minutes":1.5,"pain_before":3,"pain_during":4,"effort_cr10":5,"rir":2,"form_ok":false,
           "painkiller":true,"resistance":{"kg":2.5},"trial":true,"leg_symptoms":"better"})"},
      {"usual_pain.set", R"({"usual":4,"leg":1})"},
      {"mode.set", R"({"mode":"graded_activity"})"},
      {"check.morning", R"({"pain":3,"leg_pain":1,"woken_more":true})"},
      {"symptom.reported", R"({"what":"calf_swelling","value":1})"},
      {"flare.reported", R"({"pain":7})"},
      {"flare.ended", "{}"},
      {"plan.swap", R"({"exercise":"plank","to":"wall_plank","why":"shoulder"})"},
      {"plan.exclude", R"({"exercise":"plank","why":"no"})"},
      {"goal.set", R"({"goals":[{"activity":"garden"}]})"},
      {"clinician.cleared",
       R"({"clears":[{"entry":"0190a5b0-1234-7abc-8def-000000000001","flags":["RF-CE1"]}],
           "finding":"scan clear","until":"2026-04-01"})"},
      {"person.assessed",
       R"({"clears":[{"entry":"0190a5b0-1234-7abc-8def-000000000001","flags":["RF-ND1","RF-CE3"]}],
           "on":"2026-02-28","seen_by":"GP","told":"not_serious"})"},
      {"clinician.unlocked", R"({"exercise":"bridge","why":"fine","until":"2026-05-24"})"},
      {"adverse_event.reported", R"({"what":"fall","on":"2026-02-27","outcome":"bruise"})"},
      {"clinician.override",
       R"({"set":["plank"],"forbid":["bridge"],"limit":{"level":2},"why":"w"})"},
  };
  return kExamples;
}

// The 22 kinds with a body of their own; entry.corrected follows below.
TEST(JournalCodec, EachKind_SurvivesWritingAndReading) {
  std::set<std::string> kinds;
  for (const auto& [kind, body] : examples()) {
    std::string one_line = body;
    std::erase(one_line, '\n');
    const auto read = read_journal(line(7, kind, one_line));
    ASSERT_TRUE(read) << kind << " " << describe(read.error());
    EXPECT_EQ(record::kind_of(read->front().body), kind);
    const std::string written = write_entry(read->front());
    // What was written says what was read, field by field, whatever the order.
    const Value before = *parse(one_line);
    const Value after = *parse(written);
    for (const auto& [name, value] : *before.as_object()) {
      ASSERT_NE(after.find("body")->find(name), nullptr) << kind << " " << name;
    }
    EXPECT_EQ(after.find("body")->as_object()->size(), before.as_object()->size()) << kind;
    const auto again = read_journal(written);
    ASSERT_TRUE(again) << kind << " " << describe(again.error());
    EXPECT_EQ(write_entry(again->front()), written) << kind;
    kinds.insert(kind);
  }
  EXPECT_EQ(kinds.size() + 1, record::kEntryKinds.size());
}

TEST(JournalCodec, Header_IsReadAsWritten) {
  const auto read = read_journal(line(7, "flare.ended", "{}"));
  const record::Entry& e = read->front();
  EXPECT_EQ(e.id.text(), uuid(7));
  EXPECT_EQ(e.person, PersonId("p"));
  // 2026-03-01T06:30:00Z; 2026-03-01 is day 20513.
  EXPECT_EQ(e.made_at.unix_ms, 20513LL * 86'400'000 + 23'400'000);
  EXPECT_EQ(e.made_at.offset_minutes, 60);
  EXPECT_EQ(e.author.role, record::Role::Person);
}

TEST(JournalCodec, Correction_GetsTheBodyOfTheKindItCorrects) {
  const std::string first = line(1, "check.morning", R"({"pain":3,"woken_more":false})");
  const std::string corrected =
      line(2, "entry.corrected",
           R"({"entry":")" + uuid(1) + R"(","body":{"pain":5,"woken_more":true}})");
  const auto read = read_journal(first + corrected);
  ASSERT_TRUE(read) << describe(read.error());
  const auto& body = std::get<record::EntryCorrected>((*read)[1].body);
  EXPECT_EQ(std::get<record::MorningCheck>(*body.body).pain, 5);
  const auto taken_back = read_journal(
      first + line(2, "entry.corrected", R"({"entry":")" + uuid(1) + R"(","body":null})"));
  ASSERT_TRUE(taken_back);
  EXPECT_EQ(std::get<record::EntryCorrected>((*taken_back)[1].body).body, nullptr);
}

TEST(JournalCodec, EmptyText_IsAnEmptyJournal) { EXPECT_TRUE(read_journal("")->empty()); }

/// The fault of a second line after a sound first one.
Error fault_of(const std::string& second) {
  const auto read =
      read_journal(line(1, "check.morning", R"({"pain":3,"woken_more":false})") + second);
  return read ? Error{ErrorCode::NoSolution, "", "no fault"} : read.error();
}

void expect_fault(const std::string& second, ErrorCode code, const std::string& where) {
  const Error error = fault_of(second);
  EXPECT_EQ(error.code, code) << second << describe(error);
  EXPECT_EQ(error.where, where) << second;
  EXPECT_FALSE(error.message.empty());
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return text.replace(text.find(what), what.size(), with);
}

TEST(JournalCodec, HeaderFaults_NameLineAndPointer) {
  const std::string sound = line(2, "flare.ended", "{}");
  expect_fault(replaced(sound, "flare.ended", "flare.closed"), ErrorCode::UnknownWord,
               "line 2 /kind");
  expect_fault(replaced(sound, R"("version":1)", R"("version":1,"extra":0)"),
               ErrorCode::UnknownField, "line 2 /extra");
  expect_fault(replaced(sound, R"("version":1)", R"("version":2)"), ErrorCode::OutOfRange,
               "line 2 /version");
  expect_fault(replaced(sound, R"("version":1,)", ""), ErrorCode::MissingField, "line 2 /version");
  expect_fault(replaced(sound, "-7abc-", "-4abc-"), ErrorCode::BadId, "line 2 /id");
  expect_fault(replaced(sound, uuid(2), "2"), ErrorCode::BadId, "line 2 /id");
  expect_fault(replaced(sound, "2026-03-01T", "2026-02-29T"), ErrorCode::BadDate,
               "line 2 /made_at");
  expect_fault(replaced(sound, "+01:00", ""), ErrorCode::BadDate, "line 2 /made_at");
  expect_fault(replaced(sound, R"("role":"person")", R"("role":"robot")"), ErrorCode::UnknownWord,
               "line 2 /author/role");
  expect_fault(replaced(sound, R"("device":"phone")", R"("device":3)"), ErrorCode::WrongType,
               "line 2 /device");
}

TEST(JournalCodec, BodyFaults_NameLineAndPointer) {
  expect_fault(line(2, "check.morning", R"({"pain":11,"woken_more":false})"), ErrorCode::OutOfRange,
               "line 2 /body/pain");
  expect_fault(line(2, "check.morning", R"({"pain":-1,"woken_more":false})"), ErrorCode::OutOfRange,
               "line 2 /body/pain");
  expect_fault(line(2, "check.morning", R"({"pain":3})"), ErrorCode::MissingField,
               "line 2 /body/woken_more");
  expect_fault(line(2, "check.morning", R"({"pain":3.5,"woken_more":false})"), ErrorCode::WrongType,
               "line 2 /body/pain");
  expect_fault(line(2, "mode.set", R"({"mode":"brave"})"), ErrorCode::UnknownWord,
               "line 2 /body/mode");
  expect_fault(
      line(2, "clinician.unlocked", R"({"exercise":"bridge","why":"w","until":"2026-13-01"})"),
      ErrorCode::BadDate, "line 2 /body/until");
}

TEST(JournalCodec, ListFaults_NameTheirIndex) {
  expect_fault(line(2, "bodymap.painted",
                    R"({"areas":[{"region":"lumbar","side":"left","intensity":3},)"
                    R"({"region":"elbow","side":"left","intensity":3}]})"),
               ErrorCode::UnknownWord, "line 2 /body/areas/1/region");
  expect_fault(line(2, "clinician.cleared",
                    R"({"clears":[{"entry":"e","flags":["RF-XX1"]}],"finding":"f"})"),
               ErrorCode::UnknownWord, "line 2 /body/clears/0/flags/0");
}

// Rules 1.1: an unlock lasts at most twelve weeks: 2026-03-01 + 84 days = 2026-05-24.
TEST(JournalCodec, UnlockBeyondTwelveWeeks_IsRefused) {
  expect_fault(
      line(2, "clinician.unlocked", R"({"exercise":"bridge","why":"w","until":"2026-05-25"})"),
      ErrorCode::OutOfRange, "line 2 /body/until");
}

TEST(JournalCodec, CorrectionFaults_NameLineAndPointer) {
  const auto correcting = [](int target, const std::string& body) {
    return line(2, "entry.corrected", R"({"entry":")" + uuid(target) + R"(","body":)" + body + "}");
  };
  expect_fault(correcting(9, "null"), ErrorCode::NotFound, "line 2 /body/entry");
  expect_fault(correcting(2, "null"), ErrorCode::NotFound, "line 2 /body/entry");
  expect_fault(correcting(1, R"({"pain":12,"woken_more":false})"), ErrorCode::OutOfRange,
               "line 2 /body/body/pain");
  expect_fault(line(2, "entry.corrected", R"({"entry":")" + uuid(1) + R"("})"),
               ErrorCode::MissingField, "line 2 /body/body");
}

TEST(JournalCodec, ClinicalActByThePerson_IsRefused) {
  expect_fault(replaced(line(2, "clinician.unlocked",
                             R"({"exercise":"bridge","why":"w","until":"2026-04-01"})"),
                        R"("role":"clinician")", R"("role":"person")"),
               ErrorCode::Refused, "line 2 /author/role");
}

TEST(JournalCodec, SecondPerson_IsRefused) {
  expect_fault(line(2, "flare.ended", "{}", "q"), ErrorCode::Inconsistent, "line 2 /person");
}

// Formats: wrong length or an item out of range is an error, in a journal as on the command line.
TEST(JournalCodec, InstrumentAnswers_AreHeldToTheirLengthAndRange) {
  expect_fault(line(2, "instrument.answered", R"({"instrument":"phq2","answers":[1]})"),
               ErrorCode::WrongLength, "line 2 /body/answers");
  expect_fault(line(2, "instrument.answered", R"({"instrument":"phq2","answers":[1,4]})"),
               ErrorCode::OutOfRange, "line 2 /body/answers/1");
}

TEST(JournalCodec, BrokenLine_NamesItsLine) {
  const Error error = fault_of("{\"id\":\n");
  EXPECT_EQ(error.code, ErrorCode::SyntaxError);
  EXPECT_TRUE(error.where.starts_with("line 2")) << error.where;
}

/// A catalogue of one exercise, made by hand.
exercise::Catalogue only_walking() {
  constexpr const char* kWalking =
      R"({"id":"walking","version":1,"class":"AE","region":"G","serves":["aerobic"],
          "positions":[["standing"]],"equipment":[],"laterality":"bilateral","bias":"neutral",
          "level":1,"dose":{"start":{"minutes":5},"ceiling":{"minutes":30}},
          "contraindications":[],"gate":"none","regress":null,"progress":null,
          "review":"awaiting clinical review"})";
  auto catalogue = read_catalogue({{"walking.json", *parse(kWalking)}});
  EXPECT_TRUE(catalogue) << describe(catalogue.error());
  return *catalogue;
}

// Oracle: formats.md, "unknown words are errors": each field that names an exercise, by hand.
TEST(JournalCodec, UnknownExercise_NamesItsField) {
  const exercise::Catalogue catalogue = only_walking();
  const std::vector<std::pair<std::string, std::string>> faults = {
      {line(1, "exercise.done",
            R"({"session":"s","exercise":"jogging","sets":1,"pain_before":1,"pain_during":1,
                "leg_symptoms":"none"})"),
       "/body/exercise"},
      {line(1, "plan.swap", R"({"exercise":"jogging","to":"walking","why":"w"})"),
       "/body/exercise"},
      {line(1, "plan.swap", R"({"exercise":"walking","to":"jogging","why":"w"})"), "/body/to"},
      {line(1, "plan.exclude", R"({"exercise":"jogging","why":"w"})"), "/body/exercise"},
      {line(1, "clinician.unlocked", R"({"exercise":"jogging","why":"w","until":"2026-04-01"})"),
       "/body/exercise"},
      {line(1, "clinician.override", R"({"set":["walking","jogging"],"why":"w"})"), "/body/set"},
      {line(1, "clinician.override", R"({"forbid":"jogging","why":"w"})"), "/body/forbid"},
      {line(1, "plan.exclude", R"({"exercise":"walking","why":"w"})") +
           line(2, "entry.corrected",
                R"({"entry":")" + uuid(1) + R"(","body":{"exercise":"jogging","why":"w"}})"),
       "/body/body/exercise"},
  };
  for (const auto& [written, place] : faults) {
    std::string text = written;
    for (std::size_t at = 0; (at = text.find("\n      ", at)) != std::string::npos;) text[at] = ' ';
    EXPECT_TRUE(read_journal(text)) << "without a catalogue any name will do: " << text;
    const auto read = read_journal(text, {&catalogue});
    ASSERT_FALSE(read) << text;
    EXPECT_TRUE(read.error().where.ends_with(" " + place)) << describe(read.error());
    EXPECT_NE(read.error().message.find("\"jogging\""), std::string::npos);
  }
}

TEST(JournalCodec, SeveralPeople_AreReadOneByOne) {
  const std::string both = line(1, "flare.ended", "{}", "ann") +
                           line(2, "flare.reported", "{}", "bob") +
                           line(3, "flare.reported", "{}", "ann");
  EXPECT_EQ(read_journal(both).error().where, "line 2 /person");
  EXPECT_EQ(read_journal(both, {nullptr, "ann"})->size(), 2U);
  EXPECT_EQ(read_journal(both, {nullptr, "bob"})->front().id.text(), uuid(2));
  EXPECT_EQ(read_journal(both, {nullptr, "eve"}).error().code, ErrorCode::NotFound);
}

// Oracle: rules 1.1, an unlock has an end and comes from a clinician; a correction is no way round.
TEST(JournalCodec, Correction_KeepsTheLimitsOfWhatItCorrects) {
  const std::string unlocked =
      line(1, "clinician.unlocked", R"({"exercise":"bridge","why":"w","until":"2026-04-01"})");
  const auto correction = [&](const std::string& role, const std::string& body) {
    std::string text =
        line(2, "entry.corrected", R"({"entry":")" + uuid(1) + R"(","body":)" + body + "}");
    text.replace(text.find(R"("role":"person")"), 15, R"("role":")" + role + "\"");
    return read_journal(unlocked + text);
  };
  const std::string longer = R"({"exercise":"bridge","why":"w","until":"2026-12-31"})";
  const std::string shorter = R"({"exercise":"bridge","why":"w","until":"2026-03-10"})";
  EXPECT_EQ(correction("clinician", longer).error().where, "line 2 /body/body/until");
  EXPECT_EQ(correction("person", shorter).error().where, "line 2 /author/role");
  EXPECT_EQ(correction("person", "null").error().where, "line 2 /author/role");
  EXPECT_TRUE(correction("clinician", shorter));
}

}  // namespace
}  // namespace plumbline::json
