// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Reads the journals of many people, as `plumbline simulate` writes them, and prints each one's
// agenda on its last day, one line a person. The WebAssembly check compares these lines with its
// own.
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

#include "catalogue_bundle.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"

namespace {

/// The person of a line, as text; lines of one person follow each other.
std::string person_of(const std::string& line) {
  const std::size_t at = line.find("\"person\":\"");
  return line.substr(at, line.find('"', at + 10) - at);
}

bool print_agenda(const std::string& journal, const plumbline::exercise::Catalogue& catalogue) {
  const auto entries = plumbline::json::read_journal(journal);
  if (!entries) return false;
  const auto state = plumbline::record::fold(*entries);
  const auto agenda = plumbline::care::compute_agenda(state, catalogue, *state.last_day);
  if (!agenda) return false;
  std::cout << plumbline::json::write(plumbline::json::write_value(*agenda)) << '\n';
  return true;
}

}  // namespace

int main() {
  const auto catalogue = plumbline::load_bundled_catalogue();
  std::string line;
  std::string journal;
  std::string person;
  bool ok = catalogue.has_value();
  while (ok && std::getline(std::cin, line)) {
    const std::string now = person_of(line);
    if (now != person && !journal.empty())
      ok = print_agenda(std::exchange(journal, {}), *catalogue);
    person = now;
    journal += line + '\n';
  }
  if (ok && !journal.empty()) ok = print_agenda(journal, *catalogue);
  return ok ? 0 : 1;
}
