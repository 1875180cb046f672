// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "misspelt.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "suggestion.hpp"

namespace plumbline::cli {
namespace {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands({})) names.push_back(sub->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

Error unknown(const std::string& kind, const std::string& typed,
              const std::vector<std::string>& known) {
  std::string message = "expected " + kind + ", one of ";
  for (const std::string& name : known) message += (&name == &known.front() ? "" : ", ") + name;
  if (const auto meant = nearest_word(typed, known)) message += "; did you mean " + *meant + "?";
  return {ErrorCode::UnknownWord, typed, std::move(message)};
}

}  // namespace

const CLI::App* command_of(const CLI::App& app, const std::string& name) {
  for (const CLI::App* sub : app.get_subcommands({})) {
    if (sub->get_name() == name) return sub;
  }
  return nullptr;
}

Error unknown_command(const CLI::App& app, const std::string& typed) {
  return unknown("a command", typed, command_names(app));
}

std::optional<Error> misspelt(const CLI::App& app, int argc, char** argv) {
  const CLI::App* within = &app;
  std::vector<std::string> options = option_names(app);
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--") return std::nullopt;
    if (word.starts_with("--")) {
      const std::string name = word.substr(0, word.find('='));
      if (std::ranges::find(options, name) == options.end()) {
        return unknown("an option", name, options);
      }
      if (name == "--lang" && name == word) ++i;
    } else if (!word.starts_with("-") && !command_names(*within).empty()) {
      const CLI::App* sub = command_of(*within, word);
      if (sub == nullptr) return unknown_command(*within, word);
      within = sub;
      for (const std::string& name : option_names(*sub)) {
        if (std::ranges::find(options, name) == options.end()) options.push_back(name);
      }
    }
  }
  return std::nullopt;
}

}  // namespace plumbline::cli
