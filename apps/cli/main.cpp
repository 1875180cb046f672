// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog_command.hpp"
#include "catalogue_bundle.hpp"
#include "command.hpp"
#include "data_command_line.hpp"
#include "input.hpp"
#include "misspelt.hpp"
#include "plan_command.hpp"
#include "score_command.hpp"
#include "serve_command.hpp"
#include "simulate_command.hpp"
#include "triage_command.hpp"

namespace plumbline::cli {
namespace {

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
  std::string person;
  std::string folder;
  std::vector<std::string> topic;
  std::string lang = "en";
  bool text = false;
  bool json = false;
  SimulateOptions simulate;
  ServeWords serve;
  DataWords data;
  std::string form = "openapi";
};

/// Control characters as escapes, so that a message shows what was found and stays one line.
std::string printable(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      out += c;
      continue;
    }
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(byte));
    out += escape.data();
  }
  return out;
}

/// Prints a result: text on standard output, or one message on standard error and nothing else.
int print(const Result<Answer>& result) {
  if (!result) {
    std::fprintf(stderr, "plumbline: %s\n", printable(describe(result.error())).c_str());
    return kBadInput;
  }
  std::fwrite(result->text.data(), 1, result->text.size(), stdout);
  return std::fflush(stdout) == 0 ? result->status : kBadInput;
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
  source.person = o.person;
  if (o.profile == "-" && o.journal == "-") {
    return fail(ErrorCode::Refused, "--journal", "expected a file, standard input is the profile");
  }
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

/// What a command about one day works with.
struct Question {
  exercise::Catalogue catalogue;
  Record record;
  LocalDate day;
};

Result<Question> question_of(const Options& o) {
  Result<RecordSource> source = source_of(o);
  if (!source) return std::unexpected(source.error());
  Result<exercise::Catalogue> catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  Result<Record> record = load_record(*source, *catalogue);
  if (!record) return std::unexpected(record.error());
  const std::optional<LocalDate> last = last_day(*record);
  if (!last) {
    return fail(ErrorCode::NotFound, o.journal,
                o.as_of.empty() ? "the journal is empty, expected entries"
                                : "expected entries made until " + o.as_of + ", found none");
  }
  const LocalDate day = source->date ? *source->date : *last;
  return Question{std::move(*catalogue), std::move(*record), day};
}

Result<std::string> run_agenda(const Options& o) {
  Result<Question> q = question_of(o);
  if (!q) return std::unexpected(q.error());
  Result<care::Agenda> agenda = care::compute_agenda(q->record.state, q->catalogue, q->day);
  if (!agenda) return std::unexpected(agenda.error());
  if (!o.text) return agenda_json(*agenda);
  const Result<care::Agenda> before =
      care::compute_agenda(q->record.state, q->catalogue, q->day.plus(-7));
  return agenda_text(*agenda, q->catalogue, before ? &*before : nullptr);
}

Result<std::string> run_explain(const Options& o) {
  Result<Question> q = question_of(o);
  if (!q) return std::unexpected(q.error());
  return explain_json(q->record, q->catalogue, q->day, o.exercise);
}

using Action = std::function<Result<Answer>(const Options&)>;

CLI::App* add(CLI::App& app, Action& chosen, const Command& command, Action action) {
  return add_command(app, command, [&chosen, action = std::move(action)] { chosen = action; });
}

void add_reading_commands(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* score = add(app, chosen,
                        {"score", "Score the answers to a questionnaire.",
                         "echo '{\"answers\":[6]}' | plumbline score nprs"},
                        run_score);
  score->add_option("instrument", o.instrument, "Id of the instrument, such as odi")->required();
  add_value(*score, "--in", o.in, "File with {\"answers\": [...]}; default: standard input");
  CLI::App* triage =
      add(app, chosen,
          {"triage", "Answer how soon somebody should be seen.",
           "echo '{\"age\":46,\"answers\":{\"RF-CE2\":true}}' | plumbline triage --text"},
          run_triage);
  add_value(*triage, "--in", o.in, "File with the answers; default: standard input");
  triage->add_flag("--text", o.text, "For people to read");
}

void add_person(CLI::App& command, Options& o) {
  add_value(command, "--person", o.person, "Whose entries, where the journal holds several people");
}

void add_plan(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* plan = add(app, chosen,
                       {"plan", "Plan the week from a date on.",
                        "plumbline plan --profile scenarios/people/chronic_fear.json --date "
                        "2026-03-02 --text"},
                       run_agenda);
  add_value(*plan, "--profile", o.profile, "File with the profile")->required();
  add_value(*plan, "--journal", o.journal, "File with journal entries (JSON lines)");
  add_value(*plan, "--date", o.date, "First day, YYYY-MM-DD")->required();
  add_person(*plan, o);
  plan->add_flag("--text", o.text, "For people to read");
}

void add_journal_commands(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* replay = add(app, chosen,
                         {"replay", "Print the agenda that a journal leads to.",
                          "plumbline replay weeks.jsonl --date 2026-03-30 --text"},
                         run_agenda);
  add_value(*replay, "journal", o.journal, "File with journal entries (JSON lines)")->required();
  add_value(*replay, "--as-of", o.as_of, "What was known at an instant (RFC 3339)");
  add_value(*replay, "--date", o.date, "Day of the agenda; default: the last day in the journal");
  add_person(*replay, o);
  replay->add_flag("--text", o.text, "For people to read");
  CLI::App* explain = add(app, chosen,
                          {"explain", "Print the entries and rules behind an agenda.",
                           "plumbline explain weeks.jsonl --date 2026-03-30 --exercise bridge"},
                          run_explain);
  add_value(*explain, "journal", o.journal, "File with journal entries (JSON lines)")->required();
  add_value(*explain, "--date", o.date, "Day of the agenda; default: the last day in the journal");
  add_value(*explain, "--exercise", o.exercise, "Only this exercise");
  add_person(*explain, o);
}

void add_catalog_commands(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* catalog = app.add_subcommand("catalog", "Look at the exercise catalogue.");
  catalog->require_subcommand(1);
  catalog->footer(std::string("Example:\n  plumbline catalog list --text\n\n") + kLanguages);
  CLI::App* check = add(*catalog, chosen,
                        {"check",
                         "Check every exercise and its movement, also against the second, "
                         "hand-kept table.",
                         "plumbline catalog check catalog"},
                        [](const Options& c) { return catalog_check(c.folder); });
  add_value(*check, "folder", o.folder, "A catalogue folder; default: the built-in one");
  CLI::App* list =
      add(*catalog, chosen, {"list", "List every exercise.", "plumbline catalog list --text"},
          [](const Options& c) { return catalog_list(!c.text); });
  list->add_flag("--json", o.json, "As JSON (the default)");
  list->add_flag("--text", o.text, "For people to read");
}

void add_simulate(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* simulate = add(app, chosen,
                           {"simulate", "Write the journals of simulated people, as JSON lines.",
                            "plumbline simulate --people 3 --weeks 12 --seed 1 --out journals"},
                           [](const Options& c) { return simulate_command(c.simulate); });
  simulate->add_option("--people", o.simulate.people, "How many people")
      ->check(CLI::Range(1, 100000));
  simulate->add_option("--weeks", o.simulate.weeks, "How many weeks")->check(CLI::Range(1, 520));
  simulate->add_option("--seed", o.simulate.seed, "Start of the random numbers")
      ->check([](const std::string& number) {
        return number.starts_with('-') ? "expected 0 or more, found " + number : std::string();
      });
  add_value(*simulate, "--profile", o.simulate.profile, "One person's profile instead");
  simulate->add_option("--course", o.simulate.course,
                       "With --profile: constant-3, constant-5, constant-7, fluctuating, flare, "
                       "gap or new-flag");
  simulate->add_flag("--story", o.simulate.story, "With --profile: tell the weeks in words");
  add_value(*simulate, "--out", o.simulate.out,
            "Folder for one journal a person; default: all on standard output");
}

void add_serve(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* serve =
      add(app, chosen,
          {"serve", "Serve the household's records to its browsers.", "plumbline serve --lan"},
          [](const Options& c) { return serve_command(c.serve, PLUMBLINE_VERSION); });
  add_value(*serve, "--config", o.serve.config,
            "Configuration file; default: plumbline.toml in this folder, if it is there");
  add_value(*serve, "--data", o.serve.data, "Folder with everything that is stored");
  add_value(*serve, "--host", o.serve.host, "Address to listen on");
  add_value(*serve, "--port", o.serve.port, "Port to listen on; 0: any free one");
  serve->add_flag("--lan", o.serve.lan, "Serve phones in the house too, with HTTPS");
  serve->add_flag("--new-link", o.serve.new_link, "Print a link for one more device");
  serve->add_flag("--print-config", o.serve.print_config,
                  "Print every setting with its meaning and default, and end");
  serve->add_option("--set", o.serve.set, "Any setting: section.name=value");
  CLI::App* api =
      add(app, chosen, {"api", "Print the server's interface.", "plumbline api typescript"},
          [](const Options& c) { return api_command(c.form); });
  api->add_option("form", o.form, "openapi or typescript")
      ->check(CLI::IsMember({"openapi", "typescript"}));
}

/// The help of a command, named by its words: `help catalog check`.
Result<std::string> help_on(const CLI::App& app, const std::vector<std::string>& topic) {
  const CLI::App* found = &app;
  std::string before = "plumbline";
  for (const std::string& word : topic) {
    const CLI::App* sub = command_of(*found, word);
    if (sub == nullptr) return std::unexpected(unknown_command(*found, word));
    found = sub;
    before += " " + found->get_name();
  }
  // App::help would hand over to the command that is running, which is `help` itself.
  return found->get_formatter()->make_help(found, before, CLI::AppFormatMode::Normal);
}

void add_help(CLI::App& app, Options& o, Action& chosen) {
  CLI::App* help = add(app, chosen, {"help", "Print the help of a command.", "plumbline help plan"},
                       [&app](const Options& c) { return help_on(app, c.topic); });
  help->add_option("command", o.topic, "The command; default: all of them in short");
}

void add_commands(CLI::App& app, Options& options, Action& chosen) {
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", PLUMBLINE_VERSION);
  app.add_option("--lang", options.lang,
                 "Language of texts: en, de, es. So far all texts are English, whichever is chosen")
      ->check(CLI::IsMember({"en", "de", "es"}));
  app.footer("Example:\n  plumbline help plan");
  add_reading_commands(app, options, chosen);
  add_plan(app, options, chosen);
  add_journal_commands(app, options, chosen);
  add_catalog_commands(app, options, chosen);
  add_simulate(app, options, chosen);
  add_serve(app, options, chosen);
  add_data_commands(app, options.data, [&chosen](const DataAction& action) {
    chosen = [action](const Options& o) { return action(o.data); };
  });
  add_help(app, options, chosen);
}

int run(int argc, char** argv) {
  CLI::App app{
      "Plumbline: back care that says why.\n\n"
      "Every command prints JSON on standard output. Faults go to standard error with the "
      "place and what was expected; the exit status is then 2.",
      "plumbline"};
  Options options;
  Action chosen;
  add_commands(app, options, chosen);
  if (argc < 2) {
    std::fputs(app.help("plumbline").c_str(), stderr);
    return print(fail(ErrorCode::MissingField, "", "expected a command"));
  }
  if (auto fault = misspelt(app, argc, argv)) return print(std::unexpected(*fault));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return print(fail(ErrorCode::MissingField, "", error.what()));
  }
  return print(chosen(options));
}

}  // namespace
}  // namespace plumbline::cli

int main(int argc, char** argv) {
  try {
    return plumbline::cli::run(argc, argv);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "plumbline: %s\n", fault.what());
  } catch (...) {
    std::fputs("plumbline: something went wrong that has no name\n", stderr);
  }
  return plumbline::cli::kBadInput;
}
