// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "simulate_command.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <utility>

#include "agenda_words.hpp"
#include "catalogue_bundle.hpp"
#include "input.hpp"
#include "life.hpp"
#include "plan_command.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"
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

/// Writes down a life week by week: the plan of each week, and between them what is new.
class Story {
 public:
  explicit Story(const exercise::Catalogue& catalogue) : catalogue_(catalogue) {}

  std::string tell(const Life& life) {
    for (std::size_t i = 0; i < life.agendas.size(); ++i) {
      const care::Agenda& agenda = life.agendas[i];
      const std::set<std::string> told = told_before(agenda.date);
      if (i % 7 == 0) {
        out_ += "\n== Week " + std::to_string(i / 7 + 1) + " ==\n" +
                agenda_text(agenda, catalogue_, i < 7 ? nullptr : &life.agendas[i - 7], told) +
                "\n";
      } else {
        tell_alerts(agenda, told);
      }
      tell_lock(agenda);
      tell_changes(agenda);
      for (const care::Alert& alert : agenda.alerts) heard_[alert.text] = agenda.date;
    }
    return std::move(out_);
  }

 private:
  /// Alerts that stood in an agenda of the last two weeks.
  std::set<std::string> told_before(LocalDate date) const {
    constexpr std::int32_t kRemembered = 14;
    std::set<std::string> out;
    for (const auto& [text, last] : heard_) {
      if (date.since(last) <= kRemembered) out.insert(text);
    }
    return out;
  }

  void tell_alerts(const care::Agenda& agenda, const std::set<std::string>& told) {
    for (const care::Alert& alert : agenda.alerts) {
      if (alert.to != care::Recipient::Person || told.contains(alert.text)) continue;
      out_ += format_date(agenda.date) + "  to know: " + alert.text + "\n";
    }
  }

  void tell_lock(const care::Agenda& agenda) {
    const std::string lock = agenda.locked ? std::string(word(agenda.locked->lock)) : "";
    if (lock == last_lock_) return;
    out_ +=
        format_date(agenda.date) + "  " +
        (lock.empty() ? "The plan is open again." : std::string(lock_text(agenda.locked->lock))) +
        "\n";
    last_lock_ = lock;
  }

  /// Steps of the day before, which were settled this morning.
  void tell_changes(const care::Agenda& agenda) {
    for (const care::PlanChange& change : agenda.changes) {
      if (change.day != agenda.date.plus(-1)) continue;
      out_ += format_date(agenda.date) + "  " + change.exercise_from +
              (change.exercise_to == change.exercise_from ? "" : " -> " + change.exercise_to) +
              ": " + change.why.verdict + "\n";
    }
  }

  const exercise::Catalogue& catalogue_;
  std::string out_;
  std::string last_lock_;
  /// When each alert stood in an agenda last.
  std::map<std::string, LocalDate> heard_;
};

Result<Life> live_profile(const SimulateOptions& options, const exercise::Catalogue& catalogue) {
  const auto course = from_word<simulation::PainCourse>(options.course);
  if (!course) {
    return fail(ErrorCode::UnknownWord, "--course",
                "expected " + json::vocabulary_text<simulation::PainCourse>() + ", found \"" +
                    options.course + "\"");
  }
  Result<json::PlanRequest> person = read_person(options.profile);
  if (!person) return std::unexpected(std::move(person.error()));
  return simulation::live(*person, catalogue,
                          {.seed = options.seed,
                           .weeks = options.weeks,
                           .course = *course,
                           .start = *parse_date(kStart),
                           .every_day = true});
}

Life live_random(const SimulateOptions& options, const exercise::Catalogue& catalogue, int number) {
  const std::uint64_t seed = options.seed * 1'000'003 + static_cast<std::uint64_t>(number);
  const auto course = static_cast<simulation::PainCourse>(seed % 7);
  return simulation::live(
      simulation::random_safe_person(seed), catalogue,
      {.seed = seed, .weeks = options.weeks, .course = course, .start = *parse_date(kStart)});
}

/// Where journals go: into one text, or into a file each.
class Shelf {
 public:
  explicit Shelf(const std::string& folder) : folder_(folder) {}

  Result<void> put(const Life& life) {
    ++people_;
    if (folder_.empty()) {
      text_ += lines_of(life);
      return {};
    }
    std::error_code failed;
    std::filesystem::create_directories(folder_, failed);
    const std::string file =
        (std::filesystem::path(folder_) / (life.entries.front().person.text() + ".jsonl")).string();
    std::ofstream stream(file, std::ios::binary);
    stream << lines_of(life);
    stream.close();
    if (stream) return {};
    return fail(ErrorCode::Unreadable, "--out",
                "expected a folder to write to, cannot write " + file);
  }

  std::string answer() const {
    if (folder_.empty()) return text_;
    json::Value out;
    out.add("people", people_);
    out.add("folder", folder_);
    return json::write(out) + "\n";
  }

 private:
  std::string folder_;
  std::string text_;
  int people_ = 0;
};

}  // namespace

Result<std::string> simulate_command(const SimulateOptions& options) {
  Result<exercise::Catalogue> catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(std::move(catalogue.error()));
  const bool one = !options.profile.empty();
  if (options.story && (!one || !options.out.empty())) {
    return fail(ErrorCode::Refused, "--story", "expected --profile and no --out beside it");
  }
  Shelf shelf(options.out);
  for (int i = 0; i < (one ? 1 : options.people); ++i) {
    Result<Life> life =
        one ? live_profile(options, *catalogue) : Result<Life>(live_random(options, *catalogue, i));
    if (!life) return std::unexpected(std::move(life.error()));
    if (options.story) return Story(*catalogue).tell(*life);
    if (auto done = shelf.put(*life); !done) return std::unexpected(std::move(done.error()));
  }
  return shelf.answer();
}

}  // namespace plumbline::cli
