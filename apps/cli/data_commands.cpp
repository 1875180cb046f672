// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "data_commands.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "catalogue_bundle.hpp"
#include "input.hpp"
#include "passphrase_prompt.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/server/audit.hpp"
#include "plumbline/server/clock.hpp"
#include "plumbline/server/data_folder.hpp"
#include "plumbline/server/data_keeping.hpp"
#include "plumbline/server/record_export.hpp"
#include "plumbline/server/record_import.hpp"
#include "serve_command.hpp"

namespace plumbline::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNamed = 5;

/// What is made here is for its owner only.
void keep_private() { ::umask(S_IRWXG | S_IRWXO); }

/// The data folder, found as `serve` finds it.
Result<std::string> folder_of(const DataWords& words) {
  if (!words.data.empty()) return words.data;
  auto config = load_config({});
  if (!config) return std::unexpected(std::move(config.error()));
  return config->data;
}

void tell_progress(std::string_view what, std::int64_t done, std::int64_t all) {
  std::fprintf(stderr, "%lld of %lld %.*s\n", static_cast<long long>(done),
               static_cast<long long>(all), static_cast<int>(what.size()), what.data());
}

Result<server::DataFolder> open_folder(const std::string& folder, const std::string& meanwhile) {
  auto data = server::open_data_folder(folder);
  if (!data && data.error().code == ErrorCode::InUse) data.error().message += meanwhile;
  return data;
}

/// Somebody by id, or by a name that only one person has.
Result<storage::PersonRow> find_person(storage::Reader& reader, const server::DataFolder& data,
                                       const std::string& wanted) {
  auto people = reader.people();
  if (!people) return std::unexpected(std::move(people.error()));
  std::vector<storage::PersonRow> found;
  std::string others;
  for (std::size_t i = 0; i < people->size(); ++i) {
    const storage::PersonRow& row = (*people)[i];
    if (row.id == wanted) return row;
    const auto key = data.keys.fetch(row.id);
    const auto name =
        key ? server::open_text({row.number, row.id, *key}, "name", "", row.sealed_name)
            : Result<std::string>(std::unexpected(key.error()));
    if (name && *name == wanted) found.push_back(row);
    if (i < kMostNamed) others += (i == 0 ? "" : ", ") + row.id + (name ? " (" + *name + ")" : "");
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    return fail(ErrorCode::Conflict, wanted,
                std::to_string(found.size()) + " people have this name; give the id");
  }
  if (data.keys.is_deleted(wanted)) return fail(ErrorCode::Gone, wanted, "this person was deleted");
  return fail(ErrorCode::NotFound, wanted,
              "nobody here has this id or name; here are: " + (others.empty() ? "nobody" : others) +
                  (people->size() > kMostNamed ? ", …" : ""));
}

/// Writes a whole file or none.
Result<void> write_file(const std::string& file, const std::string& text) {
  const std::string draft = file + ".part";
  {
    std::ofstream stream(draft, std::ios::binary | std::ios::trunc);
    stream << text;
    if (!stream.flush()) return fail(ErrorCode::Unreadable, file, "the file cannot be written");
  }
  std::error_code fault;
  fs::rename(draft, file, fault);
  if (fault) return fail(ErrorCode::Unreadable, file, "cannot be written: " + fault.message());
  return {};
}

Result<std::string> export_from(const server::DataFolder& data, const DataWords& words,
                                LocalDate day) {
  auto reader = data.database->reader();
  if (!reader) return std::unexpected(std::move(reader.error()));
  const auto row = find_person(**reader, data, words.person);
  if (!row) return std::unexpected(row.error());
  const auto key = data.keys.fetch(row->id);
  if (!key) return std::unexpected(key.error());
  const auto subject =
      server::subject_of({row->number, row->id, *key}, row->sealed_name, row->created_ms);
  if (!subject) return std::unexpected(subject.error());
  const auto catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  const auto form = from_word<server::ExportForm>(words.as);
  auto text = server::export_record(form.value_or(server::ExportForm::Json), **reader, *subject,
                                    *catalogue, day);
  if (!text) return text;
  const storage::AuditEvent event =
      server::audit_event(storage::kNoDevice, "export.read", server::clock_ms());
  auto noted = storage::write(*data.database, [&](storage::Transaction& change) {
    return change.note(row->number, event);
  });
  if (!noted) return std::unexpected(std::move(noted.error()));
  return text;
}

json::Value person_value(const server::ImportedPerson& person) {
  json::Value out;
  out.add("person", person.id);
  out.add("name", person.name);
  out.add("new", person.is_new);
  out.add("entries", person.entries);
  out.add("added", person.added);
  out.add("known", person.known);
  out.add("held", person.held);
  out.add("chunks", person.chunks);
  return out;
}

json::Value finding_value(const storage::Finding& finding) {
  json::Value out;
  out.add("ok", finding.ok);
  out.add("what", finding.what);
  if (!finding.advice.empty()) out.add("advice", finding.advice);
  return out;
}

std::string finding_text(const storage::Finding& finding) {
  return (finding.ok ? "good     " : "look at  ") + finding.what + "\n" +
         (finding.advice.empty() ? "" : "         " + finding.advice + "\n");
}

constexpr std::string_view kAfterRepair =
    "Make a new folder with a copy of keys/ in it and `plumbline restore` this file into it; keep "
    "the damaged folder until you are content.";

std::string repair_text(const storage::SalvageReport& report, const std::string& file) {
  std::string out = std::to_string(report.entries) + " entries were saved in " + file + ".\n";
  for (const std::string& sentence : report.sentences) out += sentence + "\n";
  return out + std::string(kAfterRepair) + "\n";
}

Result<Answer> repair(const std::string& folder, const std::string& file, bool as_text) {
  const auto report = storage::salvage_sqlite((fs::path(folder) / "plumbline.db").string(), file);
  if (!report) return std::unexpected(report.error());
  if (as_text) return Answer(repair_text(*report, file));
  json::Array sentences;
  for (const std::string& sentence : report->sentences) sentences.push_back(sentence);
  json::Value out;
  out.add("file", file);
  out.add("entries", report->entries);
  out.add("lost_entries", report->lost_entries);
  out.add("lost_rows", report->lost_rows);
  out.add("sentences", std::move(sentences));
  out.add("advice", kAfterRepair);
  return Answer(json::write(out) + "\n");
}

}  // namespace

Result<std::string> export_command(const DataWords& words) {
  keep_private();
  LocalDate day = server::local_day(server::clock_ms());
  if (!words.date.empty()) {
    const auto date = parse_date(words.date);
    if (!date) return fail(date.error().code, "--date", date.error().message);
    day = *date;
  }
  const auto folder = folder_of(words);
  if (!folder) return folder;
  std::error_code fault;
  if (!fs::exists(fs::path(*folder) / "plumbline.db", fault)) {
    return fail(ErrorCode::NotFound, *folder,
                "expected a data folder, found no plumbline.db in it");
  }
  const auto data =
      open_folder(*folder, "; while the server is running its page gives the same file (Export)");
  if (!data) return std::unexpected(data.error());
  auto text = export_from(*data, words, day);
  if (!text || words.out.empty()) return text;
  if (auto written = write_file(words.out, *text); !written) {
    return std::unexpected(std::move(written.error()));
  }
  return std::string();
}

Result<std::string> import_command(const DataWords& words) {
  keep_private();
  const auto text = read_input(words.file);
  if (!text) return text;
  const auto folder = folder_of(words);
  if (!folder) return folder;
  const auto catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  auto data = open_folder(*folder, "");
  if (!data) return std::unexpected(std::move(data.error()));
  const server::ImportPlace place{*data, *catalogue, server::clock_ms(), tell_progress};
  const auto people = server::import_record(place, *text, {words.name, words.as_new});
  if (!people) {
    Error error = people.error();
    error.where = words.file + (error.where.empty() ? "" : " " + error.where);
    return std::unexpected(std::move(error));
  }
  json::Array list;
  for (const server::ImportedPerson& person : *people) list.push_back(person_value(person));
  json::Value out;
  out.add("people", std::move(list));
  return json::write(out) + "\n";
}

Result<std::string> backup_command(const DataWords& words) {
  keep_private();
  if (words.file.empty() && words.keys.empty()) {
    return fail(ErrorCode::MissingField, "FILE", "expected a file or folder, or --keys FILE");
  }
  const auto folder = folder_of(words);
  if (!folder) return folder;
  json::Value out;
  if (!words.file.empty()) {
    const auto file = server::backup_file(*folder, words.file);
    if (!file) return file;
    const auto report = storage::back_up_sqlite(*folder, *file);
    if (!report) return std::unexpected(report.error());
    out.add("file", *file);
    out.add("incremental", report->incremental);
    out.add("people", report->people);
    out.add("entries", report->entries);
    out.add("new_entries", report->new_entries);
    out.add("bytes", report->bytes);
  }
  if (!words.keys.empty()) {
    const auto passphrase = keys_passphrase(Asking::Twice);
    if (!passphrase) return passphrase;
    if (auto done = server::back_up_keys(*folder, words.keys, *passphrase); !done) {
      return std::unexpected(std::move(done.error()));
    }
    out.add("keys", words.keys);
  }
  return json::write(out) + "\n";
}

Result<std::string> restore_command(const DataWords& words) {
  keep_private();
  server::RestoreOptions options{words.file, words.data, words.keys, ""};
  if (!words.keys.empty()) {
    auto passphrase = keys_passphrase(Asking::Once);
    if (!passphrase) return passphrase;
    options.passphrase = std::move(*passphrase);
  }
  const auto report = server::restore_data(options);
  if (!report) return std::unexpected(report.error());
  json::Array without_key;
  for (const std::string& id : report->without_key) without_key.push_back(id);
  json::Value out;
  out.add("data", words.data);
  out.add("people", report->people);
  out.add("entries", report->entries);
  out.add("deleted", report->deleted);
  out.add("without_key", std::move(without_key));
  out.add("next",
          "Start the server on the new folder with --new-link, and pair every device again.");
  return json::write(out) + "\n";
}

Result<Answer> doctor_command(const DataWords& words) {
  keep_private();
  const auto folder = folder_of(words);
  if (!folder) return std::unexpected(folder.error());
  if (!words.repair.empty()) return repair(*folder, words.repair, words.text);
  const auto findings = server::examine_data(*folder, tell_progress);
  if (!findings) return std::unexpected(findings.error());
  const bool good = std::ranges::all_of(*findings, &storage::Finding::ok);
  std::string text;
  json::Array list;
  for (const storage::Finding& finding : *findings) {
    text += finding_text(finding);
    list.push_back(finding_value(finding));
  }
  if (words.text) return Answer(text, good ? 0 : 1);
  json::Value out;
  out.add("ok", good);
  out.add("findings", std::move(list));
  return Answer(json::write(out) + "\n", good ? 0 : 1);
}

}  // namespace plumbline::cli
