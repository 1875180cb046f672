// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "serve_command.hpp"

#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "plumbline/server/config.hpp"
#include "plumbline/server/route_docs.hpp"
#include "plumbline/server/serve.hpp"

extern "C" char** environ;

namespace plumbline::cli {
namespace {

constexpr const char* kUsualFile = "plumbline.toml";

std::vector<std::string> environment() {
  std::vector<std::string> out;
  for (char** row = environ; *row != nullptr; ++row) out.emplace_back(*row);
  return out;
}

Result<server::Settings> file_settings(const std::string& named,
                                       const std::vector<std::string>& environment) {
  std::string file = named;
  constexpr std::string_view kVariable = "PLUMBLINE_CONFIG=";
  for (const std::string& row : environment) {
    if (file.empty() && row.starts_with(kVariable)) file = row.substr(kVariable.size());
  }
  std::error_code fault;
  if (file.empty() && std::filesystem::exists(kUsualFile, fault)) file = kUsualFile;
  return file.empty() ? server::Settings{} : server::read_config_file(file);
}

Result<server::Settings> flag_settings(const ServeWords& words) {
  server::Settings out;
  for (const std::string& row : words.set) {
    const std::size_t equals = row.find('=');
    if (equals == std::string::npos) {
      return fail(ErrorCode::WrongType, "--set", "expected section.name=value, found " + row);
    }
    out[row.substr(0, equals)] = row.substr(equals + 1);
  }
  if (!words.data.empty()) out["server.data"] = words.data;
  if (!words.host.empty()) out["server.host"] = words.host;
  if (!words.port.empty()) out["server.port"] = words.port;
  if (words.lan) out["server.lan"] = "true";
  return out;
}

}  // namespace

Result<server::Config> load_config(const ServeWords& words) {
  const std::vector<std::string> rows = environment();
  std::vector<server::Settings> layers;
  for (auto layer :
       {file_settings(words.config, rows), Result<server::Settings>(server::read_environment(rows)),
        flag_settings(words)}) {
    if (!layer) return std::unexpected(std::move(layer.error()));
    layers.push_back(std::move(*layer));
  }
  return server::make_config(layers);
}

Result<std::string> serve_command(const ServeWords& words, const std::string& version) {
  if (words.print_config) return server::example_config();
  for (const std::string& name : server::unknown_variables(environment())) {
    std::fprintf(stderr, "%s means nothing here; plumbline serve --print-config lists settings\n",
                 name.c_str());
  }
  auto config = load_config(words);
  if (!config) return std::unexpected(std::move(config.error()));
  const server::ServeOptions options{std::move(*config), words.new_link, version};
  if (auto served = server::serve(options); !served) {
    return std::unexpected(std::move(served.error()));
  }
  return std::string();
}

Result<std::string> api_command(const std::string& form) {
  return form == "typescript" ? server::typescript(server::route_docs())
                              : server::openapi_text(server::route_docs());
}

}  // namespace plumbline::cli
