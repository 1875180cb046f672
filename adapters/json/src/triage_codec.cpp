// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/triage_codec.hpp"

#include <array>
#include <string>
#include <utility>

#include "contradictions.hpp"
#include "plumbline/json/object_reader.hpp"
#include "plumbline/json/rationale_codec.hpp"

namespace plumbline::json {
namespace {

using clinical::FlagAnswer;
using clinical::FlagId;
using clinical::InflammatoryHistory;
using clinical::Qualifier;
using clinical::ScreenAnswer;
using clinical::ScreenAnswers;
using clinical::Triage;
using clinical::TriageInput;

constexpr std::string_view kAnswerExpected = "true, false, \"unsure\" or an object with \"answer\"";

Result<ScreenAnswer> read_answer(const Value& value, const Pointer& at) {
  if (const bool* yes = value.as_bool()) return *yes ? ScreenAnswer::Yes : ScreenAnswer::No;
  const std::string* text = value.as_string();
  if (text != nullptr && *text == "unsure") return ScreenAnswer::Unsure;
  return wrong_type(value, at, std::string(kAnswerExpected));
}

/// Calls `visit(qualifier, field)` for every detail that an answer to this question may carry.
template <class Answer, class Visit>
void visit_details(FlagId id, Answer& a, Visit visit) {
  const auto own = clinical::qualifiers_of(id);
  const auto see = [&](Qualifier q, auto& field) {
    if (own.contains(q)) visit(q, field);
  };
  see(Qualifier::SinceDays, a.since_days);
  see(Qualifier::Worsening, a.worsening);
  see(Qualifier::Assessed, a.assessed);
  if (id == FlagId::Ce1) see(Qualifier::Kind, a.bladder_kind);
  if (id == FlagId::In2) see(Qualifier::Kind, a.infection_risk);
  if (id == FlagId::Vi1) see(Qualifier::Kind, a.visceral_kind);
  see(Qualifier::Pattern, a.pattern);
  see(Qualifier::CannotLiftFoot, a.cannot_lift_foot);
  see(Qualifier::GivingWay, a.giving_way);
  see(Qualifier::Features, a.features);
  see(Qualifier::CannotWalk, a.cannot_walk);
  see(Qualifier::HeightLoss, a.height_loss);
  see(Qualifier::Rigors, a.rigors);
  see(Qualifier::Confusion, a.confusion);
  see(Qualifier::Collapse, a.collapse);
  see(Qualifier::Pulsating, a.pulsating);
  see(Qualifier::KnownAneurysm, a.known_aneurysm);
  see(Qualifier::VariesWithMovement, a.varies_with_movement);
  see(Qualifier::Breathless, a.breathless);
  see(Qualifier::Intent, a.intent);
  see(Qualifier::YearsAgo, a.years_ago);
}

Within range_of(Qualifier q) {
  if (q == Qualifier::Features) return {1, 5};
  if (q == Qualifier::YearsAgo) return {0, 120};
  return {0, 36500};
}

/// Reads one detail; whole numbers are held to the detail's range.
struct DetailReader {
  ObjectReader& object;
  void operator()(Qualifier q, std::optional<std::int32_t>& field) const {
    object.optional(word(q), field, range_of(q));
  }
  template <class T>
  void operator()(Qualifier q, std::optional<T>& field) const {
    object.optional(word(q), field);
  }
};

Result<FlagAnswer> read_flag_answer(FlagId id, const Value& value, const Pointer& at) {
  FlagAnswer out;
  if (value.as_object() == nullptr) {
    const Result<ScreenAnswer> answer = read_answer(value, at);
    if (!answer) return std::unexpected(answer.error());
    out.answer = *answer;
    return out;
  }
  ObjectReader object(value, at);
  const Value* answer = object.take("answer");
  if (answer == nullptr) {
    object.missing("answer");
  } else if (Result<ScreenAnswer> read = read_answer(*answer, Pointer(at, "answer"))) {
    out.answer = *read;
  } else {
    object.report(std::move(read.error()));
  }
  visit_details(id, out, DetailReader{object});
  return object.finish(out);
}

Value answer_value(ScreenAnswer answer) {
  if (answer == ScreenAnswer::Unsure) return "unsure";
  return answer == ScreenAnswer::Yes;
}

Value flag_answer_value(FlagId id, const FlagAnswer& answer) {
  Value out;
  out.add("answer", answer_value(answer.answer));
  visit_details(id, answer, [&](Qualifier q, const auto& field) {
    if (field) out.add(std::string(word(q)), write_value(*field));
  });
  if (out.as_object()->size() == 1) return answer_value(answer.answer);
  return out;
}

template <class T>
void add_optional(Value& out, std::string name, const std::optional<T>& value) {
  if (value) out.add(std::move(name), write_value(*value));
}

}  // namespace

Result<ScreenAnswers> Codec<ScreenAnswers>::read(const Value& value, const Pointer& at) {
  const Object* object = value.as_object();
  if (object == nullptr) return wrong_type(value, at, "an object of answers");
  ScreenAnswers out;
  for (const auto& [name, answer] : *object) {
    const Pointer here(at, name);
    const auto id = from_word<FlagId>(name);
    if (!id) return unknown_word(name, here, vocabulary_text<FlagId>());
    Result<FlagAnswer> read = read_flag_answer(*id, answer, here);
    if (!read) return std::unexpected(std::move(read.error()));
    out.set(*id, *read);
  }
  return out;
}

Value Codec<ScreenAnswers>::write(const ScreenAnswers& answers) {
  Value out{Object{}};
  answers.answered().for_each(
      [&](FlagId id) { out.add(std::string(word(id)), flag_answer_value(id, *answers[id])); });
  return out;
}

template <>
struct Codec<InflammatoryHistory> {
  static Result<InflammatoryHistory> read(const Value& value, const Pointer& at) {
    ObjectReader object(value, at);
    InflammatoryHistory out;
    std::vector<bool> criteria;
    object.required("onset_age", out.onset_age, Within{0, 120});
    object.required("months", out.months, Within{0, 1440});
    object.required("criteria", criteria);
    if (object.ok() && criteria.size() != out.criteria.size()) {
      object.report({ErrorCode::WrongLength, Pointer(at, "criteria").text(),
                     "expected 9 truth values, found " + std::to_string(criteria.size())});
    }
    for (std::size_t i = 0; object.ok() && i < out.criteria.size(); ++i) {
      out.criteria.at(i) = criteria[i];
    }
    return object.finish(out);
  }
  static Value write(const InflammatoryHistory& history) {
    Array criteria;
    for (const bool met : history.criteria) criteria.emplace_back(met);
    Value out;
    out.add("onset_age", history.onset_age);
    out.add("months", history.months);
    out.add("criteria", std::move(criteria));
    return out;
  }
};

Result<TriageInput> Codec<TriageInput>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  TriageInput out;
  object.required("age", out.age, Within{0, 120});
  object.optional("sex", out.sex);
  object.optional("onset_days_ago", out.onset_days_ago, Within{0, 36500});
  object.optional("episodes_before", out.episodes_before, Within{0, 1000});
  object.optional("radiates", out.radiates);
  object.optional("neuro_symptoms", out.neuro_symptoms);
  object.optional("region", out.region);
  object.optional("improving", out.improving);
  object.optional("conditions", out.conditions);
  object.required("answers", out.answers);
  object.optional("inflammatory", out.inflammatory);
  if (object.ok()) {
    if (auto fault = check_screen(out, at)) object.report(std::move(*fault));
  }
  return object.finish(std::move(out));
}

Value Codec<TriageInput>::write(const TriageInput& input) {
  Value out;
  out.add("age", input.age);
  add_optional(out, "sex", input.sex);
  add_optional(out, "onset_days_ago", input.onset_days_ago);
  add_optional(out, "episodes_before", input.episodes_before);
  add_optional(out, "radiates", input.radiates);
  add_optional(out, "neuro_symptoms", input.neuro_symptoms);
  add_optional(out, "region", input.region);
  add_optional(out, "improving", input.improving);
  add_optional(out, "conditions", input.conditions);
  out.add("answers", write_value(input.answers));
  add_optional(out, "inflammatory", input.inflammatory);
  return out;
}

Value Codec<Triage>::write(const Triage& triage) {
  Array flags;
  for (const clinical::FlagFinding& finding : triage.flags) {
    flags.push_back(Object{{"id", word(finding.id)}, {"rule", finding.rule}});
  }
  Array recheck;
  for (const clinical::RecheckNotice& notice : triage.recheck) {
    recheck.push_back(Object{{"flags", write_value(notice.flags)}, {"in_days", notice.in_days}});
  }
  const clinical::Verdict& verdict = triage.verdict;
  Value out;
  out.add("urgency", word(verdict.urgency));
  out.add("within", verdict.within ? Value(word(*verdict.within)) : Value());
  out.add("lock", word(verdict.lock));
  out.add("flags", std::move(flags));
  out.add("filters", write_value(triage.filters));
  out.add("recheck", std::move(recheck));
  out.add("rationale", write_value(triage.rationale));
  return out;
}

}  // namespace plumbline::json
