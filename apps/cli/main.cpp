// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>

#include "catalog_command.hpp"
#include "catalogue_bundle.hpp"
#include "input.hpp"
#include "plan_command.hpp"
#include "score_command.hpp"
#include "simulate_command.hpp"
#include "triage_command.hpp"

namespace plumbline::cli {
namespace {

constexpr int kDone = 0;
constexpr int kBadInput = 2;

/// Everything that the command line can say.
struct Options {
  std::string in;
  std::string instrument;
  std::string profile;
  std::string journal;
  std::string date;
  std::string as_of;
  std::string exercise;
  std::string folder;
  std::string lang = "en";
  bool text = false;
  bool json = false;
  SimulateOptions simulate;
};

/// Prints a result: text on standard output, or one message on standard error and nothing else.
int print(const Result<std::string>& result) {
  if (!result) {
    std::fprintf(stderr, "plumbline: %s\n", describe(result.error()).c_str());
    return kBadInput;
  }
  std::fwrite(result->data(), 1, result->size(), stdout);
  return std::fflush(stdout) == 0 ? kDone : kBadInput;
}

Result<std::string> with_line_end(Result<std::string> text) {
  if (text && !text->ends_with('\n')) *text += '\n';
  return text;
}

Result<std::string> run_score(const Options& o) {
  Result<std::string> input = read_input(o.in);
  if (!input) return input;
  return with_line_end(score_command(o.instrument, *input));
}

Result<std::string> run_triage(const Options& o) {
  Result<std::string> input = read_input(o.in);
  if (!input) return input;
  return with_line_end(o.text ? triage_text_command(*input) : triage_command(*input));
}

Result<std::optional<LocalDate>> date_option(const std::string& text) {
  if (text.empty()) return std::nullopt;
  Result<LocalDate> date = parse_date(text);
  if (!date) {
    date.error().where = "--date";
    return std::unexpected(date.error());
  }
  return *date;
}

/// Reads what `plan`, `replay` and `explain` have in common.
Result<RecordSource> source_of(const Options& o) {
  RecordSource source;
  Result<std::optional<LocalDate>> date = date_option(o.date);
  if (!date) return std::unexpected(date.error());
  source.date = *date;
  if (!o.as_of.empty()) {
    Result<Instant> instant = parse_instant(o.as_of);
    if (!instant) {
      instant.error().where = "--as-of";
      return std::unexpected(instant.error());
    }
    source.as_of = *instant;
  }
  const auto load = [](const std::string& file, std::optional<std::string>& target,
                       std::string& name) -> std::optional<Error> {
    if (file.empty()) return std::nullopt;
    Result<std::string> text = read_input(file);
    if (!text) return text.error();
    target = std::move(*text);
    name = file;
    return std::nullopt;
  };
  if (auto fault = load(o.profile, source.profile, source.profile_name)) {
    return std::unexpected(*fault);
  }
  if (auto fault = load(o.journal, source.journal, source.journal_name)) {
    return std::unexpected(*fault);
  }
  return source;
}

Result<std::string> run_agenda(const Options& o) {
  Result<RecordSource> source = source_of(o);
  if (!source) return std::unexpected(source.error());
  Result<Record> record = load_record(*source);
  if (!record) return std::unexpected(record.error());
  const std::optional<LocalDate> day = source->date ? source->date : last_day(*record);
  if (!day) return fail(ErrorCode::NotFound, o.journal, "the journal is empty, expected entries");
  Result<exercise::Catalogue> catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  Result<care::Agenda> agenda = care::compute_agenda(record->state, *catalogue, *day);
  if (!agenda) return std::unexpected(agenda.error());
  return o.text ? agenda_text(*agenda, *catalogue) : agenda_json(*agenda);
}

Result<std::string> run_explain(const Options& o) {
  Result<RecordSource> source = source_of(o);
  if (!source) return std::unexpected(source.error());
  Result<Record> record = load_record(*source);
  if (!record) return std::unexpected(record.error());
  const std::optional<LocalDate> day = source->date ? source->date : last_day(*record);
  if (!day) return fail(ErrorCode::NotFound, o.journal, "the journal is empty, expected entries");
  Result<exercise::Catalogue> catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  return explain_json(*record, *catalogue, *day, o.exercise);
}

using Action = std::function<Result<std::string>(const Options&)>;

CLI::App* add(CLI::App& app, Action& chosen, const char* name, const char* help, Action action) {
  CLI::App* sub = app.add_subcommand(name, help);
  sub->callback([&chosen, action = std::move(action)] { chosen = action; });
  return sub;
}

void add_reading_commands(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* score = add(app, chosen, "score",
                        "Score the answers to a questionnaire.\n"
                        "  echo '{\"answers\":[6]}' | plumbline score nprs",
                        run_score);
  score->add_option("instrument", o.instrument, "Id of the instrument, such as odi")->required();
  score->add_option("--in", o.in, "File with {\"answers\": [...]}; default: standard input");
  CLI::App* triage = add(app, chosen, "triage",
                         "Answer how soon somebody should be seen.\n"
                         "  echo '{\"age\":46,\"answers\":{\"RF-CE2\":true}}' | plumbline triage",
                         run_triage);
  triage->add_option("--in", o.in, "File with the answers; default: standard input");
  triage->add_flag("--text", o.text, "For people to read");
}

void add_plan_commands(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* plan = add(app, chosen, "plan",
                       "Plan the week from a date on.\n"
                       "  plumbline plan --profile scenarios/people/chronic_fear.json --date "
                       "2026-03-02 --text",
                       run_agenda);
  plan->add_option("--profile", o.profile, "File with the profile")->required();
  plan->add_option("--journal", o.journal, "File with journal entries (JSON lines)");
  plan->add_option("--date", o.date, "First day, YYYY-MM-DD")->required();
  plan->add_flag("--text", o.text, "For people to read");
  CLI::App* replay =
      add(app, chosen, "replay", "Print the agenda that a journal leads to.", run_agenda);
  replay->add_option("journal", o.journal, "File with journal entries (JSON lines)")->required();
  replay->add_option("--as-of", o.as_of, "What was known at an instant (RFC 3339)");
  replay->add_option("--date", o.date, "Day of the agenda; default: the last day in the journal");
  replay->add_flag("--text", o.text, "For people to read");
  CLI::App* explain =
      add(app, chosen, "explain", "Print the entries and rules behind an agenda.", run_explain);
  explain->add_option("journal", o.journal, "File with journal entries (JSON lines)")->required();
  explain->add_option("--date", o.date, "Day of the agenda");
  explain->add_option("--exercise", o.exercise, "Only this exercise");
}

void add_catalog_commands(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* catalog = app.add_subcommand("catalog", "Look at the exercise catalogue.");
  catalog->require_subcommand(1);
  CLI::App* check = add(*catalog, chosen, "check",
                        "Check every exercise, also against the second, hand-kept table.",
                        [](const Options& c) { return catalog_check(c.folder); });
  check->add_option("folder", o.folder, "A catalogue folder; default: the built-in one");
  CLI::App* list = add(*catalog, chosen, "list", "List every exercise.",
                       [](const Options& c) { return catalog_list(!c.text); });
  list->add_flag("--json", o.json, "As JSON (the default)");
  list->add_flag("--text", o.text, "For people to read");
}

void add_simulate(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* simulate = add(app, chosen, "simulate",
                           "Write the journals of simulated people, as JSON lines.\n"
                           "  plumbline simulate --people 3 --weeks 12 --seed 1",
                           [](const Options& c) { return simulate_command(c.simulate); });
  simulate->add_option("--people", o.simulate.people, "How many people")
      ->check(CLI::Range(1, 100000));
  simulate->add_option("--weeks", o.simulate.weeks, "How many weeks")->check(CLI::Range(1, 520));
  simulate->add_option("--seed", o.simulate.seed, "Start of the random numbers");
  simulate->add_option("--profile", o.simulate.profile, "One person's profile instead");
  simulate->add_option("--course", o.simulate.course,
                       "With --profile: constant-3, constant-5, constant-7, fluctuating, flare, "
                       "gap or new-flag");
  simulate->add_flag("--story", o.simulate.story, "With --profile: tell the weeks in words");
}

int run(int argc, char** argv) {
  CLI::App app{
      "Plumbline: back care that says why.\n\n"
      "Every command prints JSON on standard output. Faults go to standard error with the "
      "place and what was expected; the exit status is then 2."};
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", PLUMBLINE_VERSION);
  Options options;
  Action chosen;
  app.add_option("--lang", options.lang, "Language of texts: en, de, es")
      ->check(CLI::IsMember({"en", "de", "es"}));
  add_reading_commands(app, options, chosen);
  add_plan_commands(app, options, chosen);
  add_catalog_commands(app, options, chosen);
  add_simulate(app, options, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kBadInput;
  }
  return print(chosen(options));
}

}  // namespace
}  // namespace plumbline::cli

int main(int argc, char** argv) { return plumbline::cli::run(argc, argv); }
