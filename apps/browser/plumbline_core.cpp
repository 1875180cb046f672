// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// What the browser calls. Texts go in through memory that `plumbline_allocate` hands out and come
// back as one text whose place and length are asked for; the module keeps the last answer.
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "plumbline/care/agenda.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/catalogue_codec.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/movement_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/plan_request_codec.hpp"
#include "plumbline/json/playback.hpp"
#include "plumbline/json/profile_codec.hpp"
#include "plumbline/json/score_codec.hpp"
#include "plumbline/json/triage_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"

// clang calls these where it guards the stack; wasi-libc 20 does not bring them.
extern "C" {
std::uintptr_t __stack_chk_guard = 0x5bd1e995;
[[noreturn]] void __stack_chk_fail() { std::abort(); }
}

namespace plumbline::browser {
namespace {

struct Module {
  std::optional<exercise::Catalogue> catalogue;
  /// What is written under `movement`, by exercise; read when it is asked for.
  std::map<std::string, json::Value, std::less<>> movements;
  std::string answer;
};

Module& module() {
  static Module instance;
  return instance;
}

int give(Result<std::string> result) {
  module().answer = result ? std::move(*result) : describe(result.error());
  return result ? 0 : 1;
}

/// The agenda of a journal, with a profile in front of it where that text is not empty.
Result<std::string> agenda(std::string_view profile, std::string_view journal,
                           std::string_view date) {
  if (!module().catalogue) return fail(ErrorCode::NotFound, "", "expected a catalogue first");
  const Result<LocalDate> day = parse_date(date);
  if (!day) return std::unexpected(day.error());
  auto entries = json::read_journal(journal, {&*module().catalogue});
  if (!entries) return std::unexpected(entries.error());
  if (!profile.empty()) {
    const auto value = json::parse(profile);
    if (!value) return std::unexpected(value.error());
    const auto request = json::read<json::PlanRequest>(*value, json::Pointer());
    if (!request) return std::unexpected(request.error());
    if (auto fault = json::check_told(request->profile, *day, json::Pointer())) {
      return std::unexpected(std::move(*fault));
    }
    *entries = json::entries_with(*request, std::move(*entries), *day);
  }
  const record::PersonState state = record::fold(*entries);
  const auto found = care::compute_agenda(state, *module().catalogue, *day);
  if (!found) return std::unexpected(found.error());
  return json::write(json::write_value(*found)) + "\n";
}

Result<std::string> triage(std::string_view input) {
  const auto value = json::parse(input);
  if (!value) return std::unexpected(value.error());
  const auto request = json::read<clinical::TriageInput>(*value, json::Pointer());
  if (!request) return std::unexpected(request.error());
  return json::write(json::write_value(clinical::compute_triage(*request))) + "\n";
}

Result<std::string> score(std::string_view instrument, std::string_view input) {
  const auto id = from_word<clinical::InstrumentId>(instrument);
  if (!id) {
    return json::unknown_word(instrument, json::Pointer(),
                              json::vocabulary_text<clinical::InstrumentId>());
  }
  const auto value = json::parse(input);
  if (!value) return std::unexpected(value.error());
  const auto answers = json::read_score_request(*value, json::Pointer());
  if (!answers) return std::unexpected(answers.error());
  const auto scored = clinical::score(*id, *answers);
  if (!scored) return std::unexpected(scored.error());
  return json::write(json::write_value(*scored)) + "\n";
}

/// Any JSON as the core writes it: what the browser stores is what the server stores.
Result<std::string> rewrite(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return std::unexpected(value.error());
  return json::write(*value) + "\n";
}

Result<std::string> load_catalogue(std::string_view bundle) {
  const auto documents = json::read_bundle(bundle);
  if (!documents) return std::unexpected(documents.error());
  auto catalogue = json::read_catalogue(*documents);
  if (!catalogue) return std::unexpected(catalogue.error());
  module().catalogue = std::move(*catalogue);
  module().movements.clear();
  for (const json::CatalogueDocument& document : *documents) {
    const json::Value* id = document.value.find("id");
    const json::Value* movement = document.value.find("movement");
    if (movement != nullptr) module().movements.emplace(*id->as_string(), *movement);
  }
  return std::string();
}

Result<body::BodyShape> body_shape(std::string_view text) {
  if (text.empty()) return body::BodyShape{};
  const auto value = json::parse(text);
  if (!value) return std::unexpected(value.error());
  return json::read<body::BodyShape>(*value, json::Pointer());
}

Result<std::int32_t> frame_rate(std::string_view text) {
  std::int32_t rate = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), rate);
  const bool read = fault == std::errc() && end == text.data() + text.size();
  if (read && rate >= 0 && rate <= json::kMostFramesPerSecond) return rate;
  return fail(ErrorCode::OutOfRange, "", "expected 0 to 60 frames a second");
}

/// How an exercise moves, done by a person of this size.
Result<std::string> movement(std::string_view id, std::string_view body, std::string_view frames) {
  const auto found = module().movements.find(id);
  if (found == module().movements.end()) {
    return fail(ErrorCode::NotFound, std::string(id), "expected an exercise that has a movement");
  }
  const auto shape = body_shape(body);
  if (!shape) return std::unexpected(shape.error());
  const auto rate = frame_rate(frames);
  if (!rate) return std::unexpected(rate.error());
  const auto read = json::read<body::Movement>(found->second, json::Pointer());
  if (!read) return std::unexpected(read.error());
  return json::write(json::write_playback(body::plant(*shape, *read), *rate)) + "\n";
}

}  // namespace
}  // namespace plumbline::browser

#define PLUMBLINE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

PLUMBLINE_EXPORT(plumbline_allocate) void* plumbline_allocate(std::size_t size) {
  return std::malloc(size);
}
PLUMBLINE_EXPORT(plumbline_release) void plumbline_release(void* memory) { std::free(memory); }
PLUMBLINE_EXPORT(plumbline_answer) const char* plumbline_answer() {
  return plumbline::browser::module().answer.data();
}
PLUMBLINE_EXPORT(plumbline_answer_size) std::size_t plumbline_answer_size() {
  return plumbline::browser::module().answer.size();
}
/// 0: the catalogue is ready; 1: the answer says what is wrong. The same for the calls below.
PLUMBLINE_EXPORT(plumbline_load_catalogue)
int plumbline_load_catalogue(const char* text, std::size_t size) {
  return plumbline::browser::give(plumbline::browser::load_catalogue({text, size}));
}
PLUMBLINE_EXPORT(plumbline_agenda)
int plumbline_agenda(const char* journal, std::size_t size, const char* date,
                     std::size_t date_size) {
  return plumbline::browser::give(
      plumbline::browser::agenda({}, {journal, size}, {date, date_size}));
}
/// As plumbline_agenda, for a profile and the journal since (which may be empty).
PLUMBLINE_EXPORT(plumbline_plan)
int plumbline_plan(const char* profile, std::size_t profile_size, const char* journal,
                   std::size_t size, const char* date, std::size_t date_size) {
  return plumbline::browser::give(
      plumbline::browser::agenda({profile, profile_size}, {journal, size}, {date, date_size}));
}
PLUMBLINE_EXPORT(plumbline_score)
int plumbline_score(const char* instrument, std::size_t instrument_size, const char* text,
                    std::size_t size) {
  return plumbline::browser::give(
      plumbline::browser::score({instrument, instrument_size}, {text, size}));
}
PLUMBLINE_EXPORT(plumbline_triage)
int plumbline_triage(const char* text, std::size_t size) {
  return plumbline::browser::give(plumbline::browser::triage({text, size}));
}
PLUMBLINE_EXPORT(plumbline_rewrite)
int plumbline_rewrite(const char* text, std::size_t size) {
  return plumbline::browser::give(plumbline::browser::rewrite({text, size}));
}
/// The movement of an exercise for a body (JSON, or empty for one of average size) with so many
/// frames a second (a whole number; 0 for the key poses alone).
PLUMBLINE_EXPORT(plumbline_movement)
int plumbline_movement(const char* exercise, std::size_t exercise_size, const char* body,
                       std::size_t body_size, const char* frames, std::size_t frames_size) {
  return plumbline::browser::give(plumbline::browser::movement(
      {exercise, exercise_size}, {body, body_size}, {frames, frames_size}));
}
