// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// What the browser calls. Texts go in through memory that `plumbline_allocate` hands out and come
// back as one text whose place and length are asked for; the module keeps the last answer.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "plumbline/care/agenda.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/catalogue_codec.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/plan_request_codec.hpp"
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
  return std::string();
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
