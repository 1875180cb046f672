// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "journal_body.hpp"

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

namespace r = record;

/// Adds a field only where it has a value.
template <class T>
void add_optional(Value& out, std::string name, const std::optional<T>& value) {
  if (value) out.add(std::move(name), write_value(*value));
}

void read_fields(ObjectReader& o, r::BodymapPainted& b) { o.required("areas", b.areas); }
void write_fields(Value& v, const r::BodymapPainted& b) { v.add("areas", write_value(b.areas)); }

void read_fields(ObjectReader& o, r::InstrumentAnswered& b) {
  o.required("instrument", b.instrument);
  o.required("answers", b.answers);
  if (!o.ok()) return;
  if (auto scored = clinical::score(b.instrument, b.answers); !scored) {
    scored.error().where = o.at().text() + scored.error().where;
    o.report(std::move(scored.error()));
  }
}
void write_fields(Value& v, const r::InstrumentAnswered& b) {
  v.add("instrument", word(b.instrument));
  v.add("answers", write_value(b.answers));
}

void read_fields(ObjectReader& o, r::MovementTestDone& b) {
  o.required("test", b.test);
  o.optional("side", b.side);
  const clinical::TestRange range = range_of(b.test);
  o.required("value", b.value, Within{range.least, range.most});
  o.required("method", b.method);
  o.optional("error", b.error, Within{0, 1000});
  if (!o.ok()) return;
  if (auto fault = check_test_side(b, o.at())) o.report(std::move(*fault));
}
void write_fields(Value& v, const r::MovementTestDone& b) {
  v.add("test", word(b.test));
  add_optional(v, "side", b.side);
  v.add("value", b.value);
  v.add("method", word(b.method));
  add_optional(v, "error", b.error);
}

void read_fields(ObjectReader& o, r::SessionStarted& b) {
  o.required("session", b.session);
  o.required("pain", b.pain, Within{0, 10});
}
void write_fields(Value& v, const r::SessionStarted& b) {
  v.add("session", b.session.text());
  v.add("pain", b.pain);
}

void read_fields(ObjectReader& o, r::SessionEnded& b) {
  o.required("session", b.session);
  o.required("reason", b.reason);
}
void write_fields(Value& v, const r::SessionEnded& b) {
  v.add("session", b.session.text());
  v.add("reason", word(b.reason));
}

}  // namespace

template <>
struct Codec<r::Resistance> {
  static Result<r::Resistance> read(const Value& value, const Pointer& at) {
    ObjectReader o(value, at);
    r::Resistance out;
    o.optional("kg", out.kg, Within{0, 500});
    o.optional("band", out.band);
    if (o.ok() && !out.kg && out.band.empty()) o.missing("kg");
    if (o.ok() && out.kg && !out.band.empty()) {
      o.report(
          {ErrorCode::Inconsistent, Pointer(at, "band").text(), "expected kg or band, found both"});
    }
    return o.finish(std::move(out));
  }
  static Value write(const r::Resistance& resistance) {
    Value v;
    add_optional(v, "kg", resistance.kg);
    if (!resistance.band.empty()) v.add("band", resistance.band);
    return v;
  }
};

template <>
struct Codec<r::Clearing> {
  static Result<r::Clearing> read(const Value& value, const Pointer& at) {
    ObjectReader o(value, at);
    r::Clearing out;
    o.required("entry", out.entry);
    o.required("flags", out.flags);
    return o.finish(std::move(out));
  }
  static Value write(const r::Clearing& clearing) {
    Value v;
    v.add("entry", clearing.entry.text());
    v.add("flags", write_value(clearing.flags));
    return v;
  }
};

namespace {

/// `each`, as a plan prints it, is both sides with so much on either; `null`, as it prints for what
/// has no sides, is none.
void read_side_done(ObjectReader& o, std::optional<clinical::Side>& side) {
  const Value* field = o.take("side");
  if (field == nullptr || field->is_null()) return;
  const std::string* text = field->as_string();
  if (text != nullptr && *text == "each") {
    side = clinical::Side::Both;
    return;
  }
  Result<clinical::Side> read = json::read<clinical::Side>(*field, Pointer(o.at(), "side"));
  if (!read) {
    read.error().message = "expected left, right, each or both, found " + write(*field);
    return o.report(std::move(read.error()));
  }
  side = *read;
}

void read_fields(ObjectReader& o, r::ExerciseDone& b) {
  o.required("session", b.session);
  o.required("exercise", b.exercise);
  read_side_done(o, b.side);
  o.required("sets", b.sets, Within{1, 20});
  o.optional("reps", b.reps, Within{0, 1000});
  o.optional("hold_s", b.hold_s, Within{0, 3600});
  o.optional("minutes", b.minutes, Within{0, 600});
  o.required("pain_before", b.pain_before, Within{0, 10});
  o.required("pain_during", b.pain_during, Within{0, 10});
  o.optional("effort_cr10", b.effort_cr10, Within{0, 10});
  o.optional("rir", b.rir, Within{0, 20});
  o.optional("form_ok", b.form_ok);
  o.optional("painkiller", b.painkiller);
  o.optional("resistance", b.resistance);
  o.optional("trial", b.trial);
  o.required("leg_symptoms", b.leg_symptoms);
}
void write_fields(Value& v, const r::ExerciseDone& b) {
  v.add("session", b.session.text());
  v.add("exercise", b.exercise.text());
  add_optional(v, "side", b.side);
  v.add("sets", b.sets);
  add_optional(v, "reps", b.reps);
  add_optional(v, "hold_s", b.hold_s);
  add_optional(v, "minutes", b.minutes);
  v.add("pain_before", b.pain_before);
  v.add("pain_during", b.pain_during);
  add_optional(v, "effort_cr10", b.effort_cr10);
  add_optional(v, "rir", b.rir);
  add_optional(v, "form_ok", b.form_ok);
  add_optional(v, "painkiller", b.painkiller);
  add_optional(v, "resistance", b.resistance);
  if (b.trial) v.add("trial", true);
  v.add("leg_symptoms", word(b.leg_symptoms));
}

void read_fields(ObjectReader& o, r::UsualPainSet& b) {
  o.required("usual", b.usual, Within{0, 10});
  o.optional("leg", b.leg, Within{0, 10});
}
void write_fields(Value& v, const r::UsualPainSet& b) {
  v.add("usual", b.usual);
  add_optional(v, "leg", b.leg);
}

void read_fields(ObjectReader& o, r::ModeSet& b) { o.required("mode", b.mode); }
void write_fields(Value& v, const r::ModeSet& b) { v.add("mode", word(b.mode)); }

void read_fields(ObjectReader& o, r::MorningCheck& b) {
  o.required("pain", b.pain, Within{0, 10});
  o.optional("leg_pain", b.leg_pain, Within{0, 10});
  o.required("woken_more", b.woken_more);
}
void write_fields(Value& v, const r::MorningCheck& b) {
  v.add("pain", b.pain);
  add_optional(v, "leg_pain", b.leg_pain);
  v.add("woken_more", b.woken_more);
}

void read_fields(ObjectReader& o, r::SymptomReported& b) {
  o.required("what", b.what);
  o.optional("value", b.value, Within{0, 1000});
}
void write_fields(Value& v, const r::SymptomReported& b) {
  v.add("what", word(b.what));
  add_optional(v, "value", b.value);
}

void read_fields(ObjectReader& o, r::FlareReported& b) {
  o.optional("pain", b.pain, Within{0, 10});
}
void write_fields(Value& v, const r::FlareReported& b) { add_optional(v, "pain", b.pain); }
void read_fields(ObjectReader&, r::FlareEnded&) {}
void write_fields(Value&, const r::FlareEnded&) {}

void read_fields(ObjectReader& o, r::PlanSwap& b) {
  o.required("exercise", b.exercise);
  o.optional("to", b.to);
  o.required("why", b.why);
}
void write_fields(Value& v, const r::PlanSwap& b) {
  v.add("exercise", b.exercise.text());
  add_optional(v, "to", b.to);
  v.add("why", b.why);
}

void read_fields(ObjectReader& o, r::PlanExclude& b) {
  o.required("exercise", b.exercise);
  o.required("why", b.why);
}
void write_fields(Value& v, const r::PlanExclude& b) {
  v.add("exercise", b.exercise.text());
  v.add("why", b.why);
}

void read_fields(ObjectReader& o, r::GoalSet& b) { o.required("goals", b.goals); }
void write_fields(Value& v, const r::GoalSet& b) { v.add("goals", write_value(b.goals)); }

void read_fields(ObjectReader& o, r::ClinicianCleared& b) {
  o.required("clears", b.clears);
  o.required("finding", b.finding);
  o.optional("until", b.until);
}
void write_fields(Value& v, const r::ClinicianCleared& b) {
  v.add("clears", write_value(b.clears));
  v.add("finding", b.finding);
  add_optional(v, "until", b.until);
}

void read_fields(ObjectReader& o, r::PersonAssessed& b) {
  o.required("clears", b.clears);
  o.required("on", b.on);
  o.required("seen_by", b.seen_by);
  o.required("told", b.told);
}
void write_fields(Value& v, const r::PersonAssessed& b) {
  v.add("clears", write_value(b.clears));
  v.add("on", write_value(b.on));
  v.add("seen_by", b.seen_by);
  v.add("told", word(b.told));
}

void read_fields(ObjectReader& o, r::ClinicianUnlocked& b) {
  o.required("exercise", b.exercise);
  o.required("why", b.why);
  o.required("until", b.until);
}
void write_fields(Value& v, const r::ClinicianUnlocked& b) {
  v.add("exercise", b.exercise.text());
  v.add("why", b.why);
  v.add("until", write_value(b.until));
}

void read_fields(ObjectReader& o, r::AdverseEventReported& b) {
  o.required("what", b.what);
  o.required("on", b.on);
  o.optional("outcome", b.outcome);
}
void write_fields(Value& v, const r::AdverseEventReported& b) {
  v.add("what", b.what);
  v.add("on", write_value(b.on));
  if (!b.outcome.empty()) v.add("outcome", b.outcome);
}

/// `"id"` or `["id", …]`.
void read_ids(ObjectReader& o, std::string_view name, std::vector<ExerciseId>& target) {
  const Value* field = o.take(name);
  if (field == nullptr) return;
  const Value list = field->as_string() != nullptr ? Value(Array{*field}) : *field;
  Result<std::vector<ExerciseId>> ids = read<std::vector<ExerciseId>>(list, Pointer(o.at(), name));
  if (!ids) return o.report(std::move(ids.error()));
  target = std::move(*ids);
}

struct Limit {
  std::optional<std::int32_t> level;
};

}  // namespace

template <>
struct Codec<Limit> {
  static Result<Limit> read(const Value& value, const Pointer& at) {
    ObjectReader o(value, at);
    Limit limit;
    o.optional("level", limit.level, Within{1, 5});
    return o.finish(limit);
  }
};

namespace {

void read_fields(ObjectReader& o, r::ClinicianOverride& b) {
  read_ids(o, "set", b.set);
  read_ids(o, "forbid", b.forbid);
  Limit limit;
  o.optional("limit", limit);
  b.level_limit = limit.level;
  o.required("why", b.why);
  if (!o.ok()) return;
  if (auto fault = check_override(b, o.at())) o.report(std::move(*fault));
}
void write_fields(Value& v, const r::ClinicianOverride& b) {
  if (!b.set.empty()) v.add("set", write_value(b.set));
  if (!b.forbid.empty()) v.add("forbid", write_value(b.forbid));
  if (b.level_limit) v.add("limit", Object{{"level", *b.level_limit}});
  v.add("why", b.why);
}

template <class T>
Result<r::Body> read_object(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  T body;
  read_fields(object, body);
  return object.finish(r::Body(std::move(body)));
}

template <class T>
Value write_object(const r::Body& body) {
  Value out{Object{}};
  write_fields(out, std::get<T>(body));
  return out;
}

Result<r::Body> read_profile(const Value& value, const Pointer& at) {
  Result<clinical::Profile> profile = read<clinical::Profile>(value, at);
  if (!profile) return std::unexpected(std::move(profile.error()));
  return r::Body(r::ProfileSet{std::move(*profile)});
}
Value write_profile(const r::Body& body) {
  return write_value(std::get<r::ProfileSet>(body).profile);
}

Result<r::Body> read_screen(const Value& value, const Pointer& at) {
  Result<clinical::TriageInput> input = read<clinical::TriageInput>(value, at);
  if (!input) return std::unexpected(std::move(input.error()));
  return r::Body(r::ScreenAnswered{std::move(*input)});
}
Value write_screen(const r::Body& body) {
  return write_value(std::get<r::ScreenAnswered>(body).input);
}

template <class T>
constexpr BodyCodec codec_of(std::string_view kind) {
  return {kind, &read_object<T>, &write_object<T>};
}

}  // namespace

const std::array<BodyCodec, record::kEntryKinds.size() - 1>& body_codecs() {
  static constexpr std::array<BodyCodec, record::kEntryKinds.size() - 1> kCodecs = {{
      {r::kEntryKinds[0], &read_profile, &write_profile},
      {r::kEntryKinds[1], &read_screen, &write_screen},
      codec_of<r::BodymapPainted>(r::kEntryKinds[2]),
      codec_of<r::InstrumentAnswered>(r::kEntryKinds[3]),
      codec_of<r::MovementTestDone>(r::kEntryKinds[4]),
      codec_of<r::SessionStarted>(r::kEntryKinds[5]),
      codec_of<r::SessionEnded>(r::kEntryKinds[6]),
      codec_of<r::ExerciseDone>(r::kEntryKinds[7]),
      codec_of<r::UsualPainSet>(r::kEntryKinds[8]),
      codec_of<r::ModeSet>(r::kEntryKinds[9]),
      codec_of<r::MorningCheck>(r::kEntryKinds[10]),
      codec_of<r::SymptomReported>(r::kEntryKinds[11]),
      codec_of<r::FlareReported>(r::kEntryKinds[12]),
      codec_of<r::FlareEnded>(r::kEntryKinds[13]),
      codec_of<r::PlanSwap>(r::kEntryKinds[14]),
      codec_of<r::PlanExclude>(r::kEntryKinds[15]),
      codec_of<r::GoalSet>(r::kEntryKinds[16]),
      codec_of<r::ClinicianCleared>(r::kEntryKinds[17]),
      codec_of<r::PersonAssessed>(r::kEntryKinds[18]),
      codec_of<r::ClinicianUnlocked>(r::kEntryKinds[19]),
      codec_of<r::AdverseEventReported>(r::kEntryKinds[20]),
      codec_of<r::ClinicianOverride>(r::kEntryKinds[21]),
  }};
  return kCodecs;
}

}  // namespace plumbline::json
