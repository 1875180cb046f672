// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/catalogue_codec.hpp"

#include <algorithm>
#include <utility>

#include "plumbline/json/object_reader.hpp"
#include "plumbline/json/parse.hpp"

namespace plumbline::json {

using exercise::Contraindication;
using exercise::Dose;
using exercise::DoseRange;
using exercise::Exercise;
using exercise::PositionChoice;

Result<Dose> Codec<Dose>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  Dose dose;
  object.optional("sets", dose.sets, Within{1, 10});
  object.optional("reps", dose.reps, Within{1, 100});
  object.optional("reps_by_set", dose.reps_by_set);
  object.optional("hold_s", dose.hold_s, Within{1, 600});
  object.optional("minutes", dose.minutes, Within{1, 120});
  if (object.ok() && !dose.reps && dose.reps_by_set.empty() && !dose.hold_s && !dose.minutes) {
    object.missing("reps");
  }
  return object.finish(std::move(dose));
}

Value Codec<Dose>::write(const Dose& dose) {
  Value out;
  out.add("sets", dose.sets);
  if (dose.reps) out.add("reps", *dose.reps);
  if (!dose.reps_by_set.empty()) out.add("reps_by_set", write_value(dose.reps_by_set));
  if (dose.hold_s) out.add("hold_s", *dose.hold_s);
  if (dose.minutes) out.add("minutes", *dose.minutes);
  return out;
}

template <>
struct Codec<DoseRange> {
  static Result<DoseRange> read(const Value& value, const Pointer& at) {
    ObjectReader object(value, at);
    DoseRange range;
    object.required("start", range.start);
    object.required("ceiling", range.ceiling);
    object.optional("tempo_s", range.tempo_s, Within{1, 60});
    object.optional("most_bouts", range.most_bouts, Within{1, 5});
    return object.finish(std::move(range));
  }
};

template <>
struct Codec<Contraindication> {
  static Result<Contraindication> read(const Value& value, const Pointer& at) {
    ObjectReader object(value, at);
    Contraindication out{};
    object.required("word", out.word);
    object.required("strength", out.strength);
    return object.finish(out);
  }
};

namespace {

/// A field that may be null and then is empty.
void read_neighbour(ObjectReader& object, std::string_view name, std::string& target) {
  const Value* field = object.take(name);
  if (field == nullptr) return object.missing(name);
  if (field->is_null()) return;
  Result<std::string> text = read<std::string>(*field, Pointer(object.at(), name));
  if (!text) return object.report(std::move(text.error()));
  target = std::move(*text);
}

std::string english_name(ObjectReader& object) {
  const Value* text = object.take("text");
  const Value* english = text == nullptr ? nullptr : text->find("en");
  const Value* name = english == nullptr ? nullptr : english->find("name");
  if (name == nullptr || name->as_string() == nullptr) return {};
  return *name->as_string();
}

}  // namespace

Result<Exercise> Codec<Exercise>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  Exercise e;
  std::int32_t version = 0;
  std::string review;
  object.required("id", e.id);
  object.required("version", version, Within{1, 1});
  object.required("class", e.kind);
  object.required("region", e.region);
  object.required("serves", e.serves);
  object.required("positions", e.positions);
  object.required("equipment", e.equipment);
  object.required("laterality", e.laterality);
  object.required("bias", e.bias);
  object.required("level", e.level, Within{1, 5});
  object.required("dose", e.dose);
  object.required("contraindications", e.contraindications);
  object.required("gate", e.gate);
  read_neighbour(object, "regress", e.regress);
  read_neighbour(object, "progress", e.progress);
  object.required("review", review);
  e.name = english_name(object);
  for (const char* name : {"muscles", "evidence", "movement"}) object.take(name);
  return object.finish(std::move(e));
}

Result<std::vector<CatalogueDocument>> read_bundle(std::string_view text) {
  Result<Value> value = parse(text);
  if (!value) return std::unexpected(std::move(value.error()));
  Object* object = value->as_object();
  if (object == nullptr) return wrong_type(*value, Pointer(), "an object of exercise documents");
  std::vector<CatalogueDocument> documents;
  for (auto& [file, document] : *object) documents.push_back({file, std::move(document)});
  return documents;
}

Result<exercise::Catalogue> read_catalogue(const std::vector<CatalogueDocument>& documents) {
  std::vector<Exercise> exercises;
  for (const CatalogueDocument& document : documents) {
    const Pointer root;
    Result<Exercise> exercise = read<Exercise>(document.value, root);
    if (!exercise) {
      Error error = std::move(exercise.error());
      error.where = document.file + " " + error.where;
      return std::unexpected(std::move(error));
    }
    exercises.push_back(std::move(*exercise));
  }
  return exercise::Catalogue::make(std::move(exercises));
}

namespace {

std::string_view mark_of(exercise::ExclusionStrength strength) {
  switch (strength) {
    case exercise::ExclusionStrength::Never:
      return "";
    case exercise::ExclusionStrength::UntilUnlocked:
      return "?";
    case exercise::ExclusionStrength::Modified:
      return "~";
  }
  return "";
}

Value neighbour(const std::string& id) { return id.empty() ? Value() : Value(id); }

}  // namespace

Value write_listing(const exercise::Catalogue& catalogue) {
  Array list;
  for (const exercise::CatalogueRow& row : catalogue.rows()) {
    const Exercise& e = row.exercise;
    Value out;
    out.add("id", e.id);
    out.add("name", e.name);
    out.add("class", word(e.kind));
    out.add("region", word(e.region));
    out.add("serves", write_value(e.serves));
    Array positions;
    for (const PositionChoice choice : e.positions) {
      std::string words;
      choice.for_each([&](clinical::Position p) {
        words += (words.empty() ? "" : ";") + std::string(word(p));
      });
      positions.emplace_back(std::move(words));
    }
    out.add("position", std::move(positions));
    out.add("equipment", write_value(e.equipment));
    out.add("laterality", word(e.laterality));
    out.add("bias", word(e.bias));
    out.add("level", e.level);
    Array contra;
    for (const Contraindication& c : e.contraindications) {
      contra.emplace_back(std::string(word(c.word)) + std::string(mark_of(c.strength)));
    }
    out.add("contraindications", std::move(contra));
    out.add("regress", neighbour(e.regress));
    out.add("progress", neighbour(e.progress));
    out.add("dose_start", write_value(e.dose.start));
    out.add("dose_ceiling", write_value(e.dose.ceiling));
    list.push_back(std::move(out));
  }
  return list;
}

}  // namespace plumbline::json
