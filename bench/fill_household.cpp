// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Makes a data folder with many people who all have the same journal, for server_bench.py. Prints
// their ids. Usage: fill_household FOLDER PEOPLE < journal.jsonl
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "plumbline/json/journal_codec.hpp"
#include "plumbline/server/clock.hpp"
#include "plumbline/server/data_folder.hpp"
#include "plumbline/server/sealed_record.hpp"
#include "plumbline/vault/token.hpp"

namespace {

using namespace plumbline;          // NOLINT: a program of one file
using namespace plumbline::server;  // NOLINT

constexpr std::size_t kPeopleInATransaction = 20;
/// Stands in the lines where the id of the person goes; as long as one.
constexpr std::string_view kSomebody = "00000000-0000-4000-8000-000000000000";

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::exit(1);
  }
  return std::move(*result);
}

struct Line {
  std::string id;
  std::string text;
  std::size_t person_at = 0;
};

std::vector<Line> read_lines() {
  const std::string all((std::istreambuf_iterator<char>(std::cin)), {});
  std::vector<Line> out;
  for (record::Entry entry : must(json::read_journal(all))) {
    entry.person = PersonId(std::string(kSomebody));
    Line line{entry.id.text(), json::write_entry(entry)};
    line.person_at = line.text.find(kSomebody);
    out.push_back(std::move(line));
  }
  return out;
}

struct Filled {
  Owner owner;
  std::string name;
  std::vector<storage::NewEntry> entries;
};

Filled make_person(DataFolder& data, std::vector<Line>& lines) {
  const std::string id = vault::random_uuid();
  Filled out{{{}, id, must(data.keys.create(id))}, {}, {}};
  out.name = seal_text(out.owner, "name", "", "Somebody");
  for (Line& line : lines) {
    line.text.replace(line.person_at, kSomebody.size(), id);
    out.entries.push_back(must(seal_entry(out.owner, line.id, line.text, storage::kNoDevice)));
  }
  return out;
}

Result<void> store(storage::Transaction& change, const std::vector<Filled>& people,
                   std::int64_t now_ms) {
  for (const Filled& person : people) {
    auto number = change.add_person(person.owner.id, now_ms, person.name);
    if (!number) return std::unexpected(std::move(number.error()));
    auto placed = change.append(*number, now_ms, person.entries);
    if (!placed) return std::unexpected(std::move(placed.error()));
  }
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::vector<Line> lines = read_lines();
  DataFolder data = must(open_data_folder(arguments[1]));
  const std::size_t total = std::strtoull(arguments[2], nullptr, 10);
  const std::int64_t now_ms = clock_ms();
  for (std::size_t made = 0; made < total;) {
    std::vector<Filled> group;
    for (; group.size() < kPeopleInATransaction && made < total; ++made) {
      group.push_back(make_person(data, lines));
      std::printf("%s\n", group.back().owner.id.c_str());
    }
    auto done = storage::write(
        *data.database, [&](storage::Transaction& change) { return store(change, group, now_ms); });
    if (!done) {
      std::fprintf(stderr, "%s\n", describe(done.error()).c_str());
      return 1;
    }
  }
}
