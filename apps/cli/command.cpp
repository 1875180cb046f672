// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

namespace plumbline::cli {

CLI::Option* add_value(CLI::App& command, const char* option, std::string& target,
                       const char* help) {
  return command.add_option(option, target, help)->check([](const std::string& name) {
    return name.empty() ? std::string("expected a value, found nothing") : std::string();
  });
}

CLI::App* add_command(CLI::App& app, const Command& command, std::function<void()> when_called) {
  CLI::App* sub = app.add_subcommand(command.name, command.help);
  sub->footer(std::string("Example:\n  ") + command.example + "\n\n" + kLanguages);
  sub->callback(std::move(when_called));
  return sub;
}

}  // namespace plumbline::cli
