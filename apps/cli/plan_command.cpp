// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plan_command.hpp"

#include <algorithm>
#include <utility>

#include "plumbline/care/course.hpp"
#include "plumbline/care/situation.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/catalogue_codec.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/plan_request_codec.hpp"
#include "plumbline/json/profile_codec.hpp"
#include "plumbline/json/rationale_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"

namespace plumbline::cli {
namespace {

using json::Pointer;
using json::Value;

std::unexpected<Error> in_file(const std::string& file, Error error) {
  error.where = error.where.empty() ? file : file + " " + error.where;
  return std::unexpected(std::move(error));
}

Result<json::PlanRequest> read_profile(const RecordSource& source) {
  Result<Value> value = json::parse(*source.profile);
  if (!value) return in_file(source.profile_name, std::move(value.error()));
  Result<json::PlanRequest> request = json::read<json::PlanRequest>(*value, Pointer());
  if (!request) return in_file(source.profile_name, std::move(request.error()));
  if (auto fault = json::check_told(request->profile, *source.date, Pointer())) {
    return in_file(source.profile_name, std::move(*fault));
  }
  return request;
}

Result<std::vector<record::Entry>> read_journal(const RecordSource& source,
                                                const exercise::Catalogue& catalogue) {
  auto entries = json::read_journal(*source.journal, {&catalogue, source.person});
  if (entries) return entries;
  Error error = std::move(entries.error());
  if (error.where.ends_with(" /person") && error.code == ErrorCode::Inconsistent) {
    error.message += "; choose one with --person ID";
  }
  return in_file(source.journal_name, std::move(error));
}

}  // namespace

Result<Record> load_record(const RecordSource& source, const exercise::Catalogue& catalogue) {
  Record out;
  if (source.journal) {
    Result<std::vector<record::Entry>> entries = read_journal(source, catalogue);
    if (!entries) return std::unexpected(std::move(entries.error()));
    out.entries = std::move(*entries);
  }
  if (source.as_of) out.entries = record::as_of(out.entries, *source.as_of);
  if (source.profile) {
    Result<json::PlanRequest> request = read_profile(source);
    if (!request) return std::unexpected(std::move(request.error()));
    out.entries = json::entries_with(*request, std::move(out.entries), *source.date);
  }
  out.state = record::fold(out.entries);
  return out;
}

std::optional<LocalDate> last_day(const Record& record) { return record.state.last_day; }

std::string agenda_json(const care::Agenda& agenda) {
  return json::write(json::write_value(agenda)) + "\n";
}

namespace {

bool concerns(const std::string& exercise, const exercise::Ladder& ladder,
              const exercise::Catalogue& catalogue) {
  return exercise.empty() || std::ranges::any_of(ladder.steps, [&](const exercise::Step& step) {
           return catalogue.exercise(step.exercise).id == exercise;
         });
}

json::Array moves_of(const care::Course& course, const care::Situation& situation,
                     const exercise::Catalogue& catalogue, const std::string& exercise) {
  json::Array out;
  for (const exercise::Ladder& ladder : situation.ladders) {
    const auto standing = course.standings.find(ladder.id);
    if (standing == course.standings.end() || !concerns(exercise, ladder, catalogue)) continue;
    for (const care::Move& move : standing->second.moves) {
      Value v;
      v.add("date", format_date(move.day));
      v.add("ladder", ladder.id);
      v.add("from", catalogue.exercise(move.from.exercise).id);
      v.add("from_dose", json::write_value(catalogue.row(move.from.exercise).path[move.from.dose]));
      v.add("to", catalogue.exercise(move.to.exercise).id);
      v.add("to_dose", json::write_value(catalogue.row(move.to.exercise).path[move.to.dose]));
      v.add("why", json::Array{json::write_value(move.why)});
      out.push_back(std::move(v));
    }
  }
  return out;
}

json::Array excluded_of(const care::Situation& situation, const exercise::Catalogue& catalogue,
                        const std::string& exercise) {
  json::Array out;
  for (std::size_t i = 0; i < situation.admissions.size(); ++i) {
    const auto* excluded = std::get_if<exercise::Excluded>(&situation.admissions[i]);
    const std::string& id = catalogue.exercise(i).id;
    if (excluded == nullptr || (!exercise.empty() && exercise != id)) continue;
    Value v;
    v.add("exercise", id);
    v.add("why", json::Array{json::write_value(excluded->reason)});
    out.push_back(std::move(v));
  }
  return out;
}

json::Array entries_until(const Record& record, LocalDate date, const std::string& exercise) {
  std::vector<const record::Entry*> known;
  for (const record::Entry& entry : record.entries) {
    if (local_date(entry.made_at) > date) continue;
    const auto* done = std::get_if<record::ExerciseDone>(&entry.body);
    if (!exercise.empty() && done != nullptr && done->exercise.text() != exercise) continue;
    known.push_back(&entry);
  }
  std::ranges::stable_sort(known, [](const record::Entry* a, const record::Entry* b) {
    return a->made_at != b->made_at ? a->made_at < b->made_at : a->id < b->id;
  });
  json::Array out;
  for (const record::Entry* entry : known) {
    Value v;
    v.add("id", entry->id.text());
    v.add("made_at", format_instant(entry->made_at));
    v.add("kind", kind_of(entry->body));
    out.push_back(std::move(v));
  }
  return out;
}

json::Array items_of(const care::Agenda& agenda, const std::string& exercise) {
  json::Array out;
  for (const care::Day& day : agenda.week) {
    for (const care::Item& item : day.items) {
      if (!exercise.empty() && item.exercise != exercise) continue;
      Value v;
      v.add("date", format_date(day.date));
      v.add("exercise", item.exercise);
      v.add("why", json::write_value(item.why));
      out.push_back(std::move(v));
    }
  }
  return out;
}

}  // namespace

Result<std::string> explain_json(const Record& record, const exercise::Catalogue& catalogue,
                                 LocalDate date, const std::string& exercise) {
  if (!exercise.empty() && !catalogue.find(exercise)) {
    return fail(ErrorCode::NotFound, "--exercise",
                "expected the id of an exercise in the catalogue, found \"" + exercise + "\"");
  }
  Result<care::Agenda> agenda = care::compute_agenda(record.state, catalogue, date);
  if (!agenda) return std::unexpected(std::move(agenda.error()));
  const auto situation = care::compute_situation(record.state, catalogue, date);
  const care::Course course = care::compute_course(record.state, catalogue, *situation);
  Value out;
  out.add("date", format_date(date));
  out.add("start_level", agenda->start_level);
  out.add("start_level_why", json::write_value(agenda->start_level_why));
  out.add("derived_why", json::write_value(situation->derived.rationale));
  out.add("locked_why", agenda->locked ? json::write_value(agenda->locked->why) : Value());
  out.add("items", items_of(*agenda, exercise));
  out.add("changes", moves_of(course, *situation, catalogue, exercise));
  out.add("excluded", excluded_of(*situation, catalogue, exercise));
  out.add("entries", entries_until(record, date, exercise));
  return json::write(out) + "\n";
}

}  // namespace plumbline::cli
