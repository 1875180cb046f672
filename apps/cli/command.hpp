// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <utility>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

/// What a command prints, and its exit status: 1 says that what was looked at is not in order.
struct Answer {
  Answer(std::string printed, int exit_status = 0)
      : text(std::move(printed)), status(exit_status) {}
  std::string text;
  int status;
};

/// A command, what it does and how it is called.
struct Command {
  const char* name;
  const char* help;
  const char* example;
};

inline constexpr const char* kLanguages =
    "--lang en|de|es is accepted everywhere; so far all texts are English, whichever is chosen.";

/// An option that wants a word: a file, a folder, a person, a day.
CLI::Option* add_value(CLI::App& command, const char* option, std::string& target,
                       const char* help);

/// Adds a command; `when_called` is told while the command line is read.
CLI::App* add_command(CLI::App& app, const Command& command, std::function<void()> when_called);

}  // namespace plumbline::cli
