// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "plumbline/json/parse.hpp"
#include "plumbline/server/data_keeping.hpp"
#include "plumbline/server/sealed_record.hpp"
#include "plumbline/vault/key_folder.hpp"

namespace plumbline::server {
namespace {

namespace fs = std::filesystem;
using storage::Finding;

constexpr std::int64_t kTellEvery = 10'000;
constexpr const char* kFromBackup =
    "Stop the server and keep a copy of the folder. If there is a backup, restore it into a new "
    "folder; if not, `plumbline doctor --repair NEWFILE` saves what can be read.";

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string megabytes(const fs::path& file) {
  std::error_code fault;
  const auto bytes = fs::file_size(file, fault);
  constexpr std::uintmax_t kMebi = std::uintmax_t{1024} * 1024;
  return fault ? "nothing" : std::to_string((bytes + kMebi - 1) / kMebi) + " MB";
}

/// What did not open of one person.
struct Unopened {
  std::int64_t rows = 0;
  std::string first;
  void add(const std::string& what) {
    if (rows++ == 0) first = what;
  }
};

/// Opens everything that is sealed.
class Rounds {
 public:
  Rounds(storage::Reader& reader, const vault::KeyFolder& keys, const Progress& progress)
      : reader_(reader), keys_(keys), progress_(progress) {}

  std::vector<Finding> run() {
    auto people = reader_.people();
    if (!people) {
      return {{false, "The list of people cannot be read: " + people.error().message + ".",
               kFromBackup}};
    }
    for (const storage::PersonRow& person : *people) {
      all_ += reader_.last_seq(person.number).value_or(0);
    }
    for (const storage::PersonRow& person : *people) visit(person);
    compare_keys(*people);
    if (std::ranges::all_of(findings_, &Finding::ok)) {
      findings_.push_back(
          {true,
           "Everything sealed opens: " +
               counted(static_cast<std::int64_t>(people->size()), "person", "people") + ", " +
               counted(rows_, "row", "rows") + ".",
           ""});
    }
    return std::move(findings_);
  }

 private:
  void visit(const storage::PersonRow& person) {
    if (keys_.is_deleted(person.id)) {
      findings_.push_back(
          {false,
           "Person " + person.id +
               " was deleted, but the rows are still listed (nobody can read them).",
           "Start the server once: it finishes the deletion."});
      return;
    }
    const auto key = keys_.fetch(person.id);
    if (!key) {
      findings_.push_back(
          {false, "The key of person " + person.id + " is not there: " + key.error().message + ".",
           "Put the folder keys/ back, or add the keys from their backup with "
           "`plumbline restore --keys`."});
      return;
    }
    const Owner owner{person.number, person.id, *key};
    Unopened unopened;
    open_one(unopened, "the name", open_text(owner, "name", "", person.sealed_name));
    open_entries(owner, unopened);
    open_others(owner, unopened);
    if (unopened.rows == 0) return;
    findings_.push_back({false,
                         counted(unopened.rows, "row", "rows") + " of person " + person.id +
                             " cannot be opened; the first is " + unopened.first + ".",
                         kFromBackup});
  }

  void open_one(Unopened& unopened, const std::string& what, const Result<std::string>& text) {
    ++rows_;
    if (!text) unopened.add(what);
  }

  /// An entry opens, is the text that its digest stands for, and is JSON.
  void open_entry_row(const Owner& owner, const storage::EntryRow& row, Unopened& unopened) {
    const std::string what = "entry number " + std::to_string(row.seq);
    if (++entries_ % kTellEvery == 0 && progress_) progress_("entries opened", entries_, all_);
    const auto line = open_entry(owner, row.key, row.sealed);
    open_one(unopened, what, line);
    if (line && (vault::digest(owner.key, *line) != row.digest || !json::parse(*line))) {
      unopened.add(what);
    }
  }

  void open_entries(const Owner& owner, Unopened& unopened) {
    for (std::int64_t after = 0;;) {
      auto rows = reader_.entries(owner.number, {.after = after});
      if (!rows) return unopened.add("a page of entries after number " + std::to_string(after));
      if (rows->empty()) return;
      for (const storage::EntryRow& row : *rows) open_entry_row(owner, row, unopened);
      after = rows->back().seq;
    }
  }

  void open_others(const Owner& owner, Unopened& unopened) {
    const auto held = reader_.held(owner.number);
    if (!held) unopened.add("the list of waiting entries");
    for (const storage::HeldRow& row : held.value_or(std::vector<storage::HeldRow>())) {
      open_one(unopened, "a waiting entry", open_entry(owner, row.key, row.sealed));
    }
    const auto ids = reader_.chunk_ids(owner.number);
    if (!ids) unopened.add("the list of signals");
    for (const std::string& id : ids.value_or(std::vector<std::string>())) {
      const auto row = reader_.chunk(owner.number, id);
      if (!row || !row->has_value()) {
        unopened.add("the signal " + id);
        continue;
      }
      open_one(unopened, "the signal " + id, open_text(owner, "chunk", id, (*row)->sealed));
    }
  }

  void compare_keys(const std::vector<storage::PersonRow>& people) {
    std::set<std::string> known;
    for (const storage::PersonRow& person : people) known.insert(person.id);
    const auto spare = std::ranges::count_if(
        keys_.people(), [&](const std::string& id) { return !known.contains(id); });
    if (spare == 0) return;
    findings_.push_back({true,
                         counted(spare, "key has", "keys have") +
                             " no record: left by something that was interrupted. They do no harm.",
                         ""});
  }

  storage::Reader& reader_;
  const vault::KeyFolder& keys_;
  const Progress& progress_;
  std::vector<Finding> findings_;
  /// Rows of all kinds that were looked at; of those, entries; entries that there are.
  std::int64_t rows_ = 0;
  std::int64_t entries_ = 0;
  std::int64_t all_ = 0;
};

Finding sizes_of(const fs::path& folder) {
  return {true,
          "The database takes " + megabytes(folder / "plumbline.db") + ", its log " +
              megabytes(folder / "plumbline.db-wal") + ".",
          ""};
}

/// The key of the house's certificate is as secret as the keys of records.
void check_tls(const fs::path& folder, std::vector<Finding>& findings) {
  std::error_code fault;
  for (const auto& file : fs::directory_iterator(folder / "tls", fault)) {
    struct stat state{};
    if (file.path().extension() != ".key" || ::stat(file.path().c_str(), &state) != 0) continue;
    if ((state.st_mode & (S_IRWXG | S_IRWXO)) == 0) continue;
    findings.push_back({false, "Others on this computer can read " + file.path().string() + ".",
                        "Run: chmod 600 " + file.path().string()});
  }
}

void check_rows(const std::string& folder, const Progress& progress,
                std::vector<Finding>& findings) {
  const std::string path = (fs::path(folder) / "keys").string();
  std::error_code fault;
  if (!fs::exists(path, fault)) {
    findings.push_back({false, "The folder keys/ is not there: nothing can be read without it.",
                        "Put it back from where it was, or from the backup of the keys."});
    return;
  }
  const auto keys = vault::KeyFolder::open(path);
  if (!keys) {
    findings.push_back({false, "The keys cannot be used: " + describe(keys.error()) + ".",
                        "Put the folder keys/ right; only its owner may read it (chmod 700 keys, "
                        "chmod 600 for the files in it)."});
    return;
  }
  findings.push_back({true, "The keys are in order.", ""});
  auto reader = storage::read_sqlite(folder);
  if (!reader) {
    findings.push_back(
        {false, "The database cannot be opened: " + reader.error().message + ".", kFromBackup});
    return;
  }
  for (Finding& finding : Rounds(**reader, *keys, progress).run()) {
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Result<std::vector<Finding>> examine_data(const std::string& folder, const Progress& progress) {
  std::vector<Finding> findings;
  auto stored = storage::check_sqlite(folder);
  if (!stored && stored.error().code == ErrorCode::NotFound) return stored;
  if (stored) {
    findings = std::move(*stored);
  } else {
    findings.push_back(
        {false, "The database cannot be read: " + stored.error().message + ".", kFromBackup});
  }
  findings.push_back(sizes_of(folder));
  check_tls(folder, findings);
  check_rows(folder, progress, findings);
  return findings;
}

}  // namespace plumbline::server
