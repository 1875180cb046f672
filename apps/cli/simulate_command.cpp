// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "simulate_command.hpp"

#include <utility>

#include "catalogue_bundle.hpp"
#include "input.hpp"
#include "life.hpp"
#include "plan_command.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "random_person.hpp"

namespace plumbline::cli {
namespace {

using simulation::Life;
using simulation::LifeOptions;

/// @source engineering choice: a Monday, so that printed weeks read like a calendar
constexpr const char* kStart = "2026-03-02";

std::string lines_of(const Life& life) {
  std::string out;
  for (const record::Entry& entry : life.entries) out += json::write_entry(entry) + "\n";
  return out;
}

Result<json::PlanRequest> read_person(const std::string& file) {
  Result<std::string> text = read_input(file);
  if (!text) return std::unexpected(std::move(text.error()));
  Result<json::Value> value = json::parse(*text);
  if (!value) {
    value.error().where = file + " " + value.error().where;
    return std::unexpected(std::move(value.error()));
  }
  Result<json::PlanRequest> request = json::read<json::PlanRequest>(*value, json::Pointer());
  if (!request) request.error().where = file + " " + request.error().where;
  return request;
}

/// What an agenda tells that the one before did not.
void tell(std::string& out, const care::Agenda& agenda, std::string& last_lock) {
  const std::string lock = agenda.locked ? std::string(word(agenda.locked->lock)) : "";
  const std::string day = format_date(agenda.date);
  if (lock != last_lock) {
    out += day +
           (lock.empty() ? "  the plan is open again\n" : "  the plan is locked: " + lock + "\n");
    last_lock = lock;
  }
  for (const care::PlanChange& change : agenda.changes) {
    if (change.day != agenda.date.plus(-1) && change.day != agenda.date) continue;
    if (change.day == agenda.date) continue;
    out += day + "  " + change.exercise_from +
           (change.exercise_to == change.exercise_from ? "" : " -> " + change.exercise_to) + ": " +
           change.why.verdict + "\n";
  }
}

std::string story_of(const Life& life, const exercise::Catalogue& catalogue) {
  std::string out;
  std::string last_lock;
  for (std::size_t i = 0; i < life.agendas.size(); ++i) {
    const care::Agenda& agenda = life.agendas[i];
    if (i % 7 == 0) {
      out += "\n== Week " + std::to_string(i / 7 + 1) + " ==\n" + agenda_text(agenda, catalogue) +
             "\n";
    }
    tell(out, agenda, last_lock);
  }
  return out;
}

Result<std::string> simulate_one(const SimulateOptions& options,
                                 const exercise::Catalogue& catalogue) {
  Result<json::PlanRequest> person = read_person(options.profile);
  if (!person) return std::unexpected(std::move(person.error()));
  const auto course = from_word<simulation::PainCourse>(options.course);
  if (!course) {
    return fail(ErrorCode::UnknownWord, "--course",
                "expected " + json::vocabulary_text<simulation::PainCourse>() + ", found \"" +
                    options.course + "\"");
  }
  const Life life = simulation::live(*person, catalogue,
                                     {.seed = options.seed,
                                      .weeks = options.weeks,
                                      .course = *course,
                                      .start = *parse_date(kStart),
                                      .every_day = true});
  return options.story ? story_of(life, catalogue) : lines_of(life);
}

}  // namespace

Result<std::string> simulate_command(const SimulateOptions& options) {
  Result<exercise::Catalogue> catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(std::move(catalogue.error()));
  if (!options.profile.empty()) return simulate_one(options, *catalogue);
  std::string out;
  for (int i = 0; i < options.people; ++i) {
    const std::uint64_t seed = options.seed * 1'000'003 + static_cast<std::uint64_t>(i);
    const auto course = static_cast<simulation::PainCourse>(seed % 7);
    out += lines_of(simulation::live(
        simulation::random_safe_person(seed), *catalogue,
        {.seed = seed, .weeks = options.weeks, .course = course, .start = *parse_date(kStart)}));
  }
  return out;
}

}  // namespace plumbline::cli
