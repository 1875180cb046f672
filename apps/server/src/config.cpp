// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/config.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <optional>
#include <utility>

namespace plumbline::server {
namespace {

/// Puts a text into the configuration; gives what was expected where the text will not do.
using Assign = std::function<std::optional<std::string>(Config&, const std::string&)>;

/// One row of the table: the manual and the reader are made from it.
struct Setting {
  std::string_view name;
  std::string_view fallback;
  std::string_view meaning;
  /// Whether the example writes the value in quotation marks.
  bool quoted;
  Assign assign;
};

Assign number(std::int64_t Config::* field, std::int64_t least, std::int64_t most) {
  return [=](Config& config, const std::string& text) -> std::optional<std::string> {
    std::int64_t found = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), found);
    if (fault != std::errc() || end != text.data() + text.size() || found < least || found > most) {
      return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    }
    config.*field = found;
    return std::nullopt;
  };
}

Assign yes_or_no(bool Config::* field) {
  return [=](Config& config, const std::string& text) -> std::optional<std::string> {
    if (text != "true" && text != "false") return "true or false";
    config.*field = text == "true";
    return std::nullopt;
  };
}

Assign line(std::string Config::* field, std::string expectation) {
  return [field, expectation = std::move(expectation)](
             Config& config, const std::string& text) -> std::optional<std::string> {
    const bool control = std::ranges::any_of(text, [](char c) { return c >= 0 && c < 0x20; });
    if (text.empty() || control) return expectation;
    config.*field = text;
    return std::nullopt;
  };
}

template <class E, std::size_t N>
Assign one_of(E Config::* field, std::array<std::string_view, N> words) {
  return [=](Config& config, const std::string& text) -> std::optional<std::string> {
    const auto found = std::ranges::find(words, text);
    if (found == words.end()) {
      std::string expectation = "one of ";
      for (std::size_t i = 0; i < N; ++i) {
        expectation += (i == 0 ? "" : ", ") + std::string(words.at(i));
      }
      return expectation;
    }
    config.*field = static_cast<E>(found - words.begin());
    return std::nullopt;
  };
}

/// Words between commas, of some letters only; false where one is empty or has another letter.
bool split_words(const std::string& text, std::string_view allowed, std::vector<std::string>& out) {
  out.clear();
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    out.push_back(text.substr(from, comma - from));
    if (out.back().empty() || out.back().find_first_not_of(allowed) != std::string::npos) {
      return false;
    }
    from = comma + 1;
  }
  return true;
}

std::optional<std::string> assign_names(Config& config, const std::string& text) {
  if (split_words(text, "abcdefghijklmnopqrstuvwxyz0123456789.-", config.names))
    return std::nullopt;
  return "host names in lower case, without port, separated by commas";
}

std::optional<std::string> assign_proxies(Config& config, const std::string& text) {
  if (split_words(text, "0123456789abcdef.:", config.trusted_proxies)) return std::nullopt;
  return "IP addresses, separated by commas";
}

std::optional<std::string> assign_origin(Config& config, const std::string& text) {
  const std::string_view host = host_of_origin(text);
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789.-:[]";
  const bool good = !host.empty() && host.find_first_not_of(kAllowed) == std::string_view::npos &&
                    text.find('/', text.find("://") + 3) == std::string::npos;
  if (!text.empty() && !good) return "https://host or https://host:port, in lower case";
  config.public_origin = text;
  return std::nullopt;
}

std::vector<Setting> server_settings() {
  return {
      {"server.host", "127.0.0.1",
       "Address to listen on. The default is reached from this computer only.", true,
       line(&Config::host, "an address")},
      {"server.port", "8420", "Port to listen on; 0 takes any free one.", false,
       number(&Config::port, 0, 65535)},
      {"server.data", "plumbline-data",
       "Folder with everything that is stored. It is made where it does not exist.", true,
       line(&Config::data, "a folder")},
      {"server.lan", "false",
       "Serve phones and tablets in the house: HTTPS on all addresses with a certificate\n"
       "# authority of your own (see /trust in the browser).",
       false, yes_or_no(&Config::lan)},
      {"server.names", "",
       "Further host names under which browsers may reach this server, separated by commas.\n"
       "# Requests under any other name are refused.",
       true, assign_names},
      {"server.public_origin", "",
       "Where browsers reach this server through a proxy that speaks HTTPS, such as\n"
       "# https://plumbline.example; empty without one. /metrics is then for nobody unless\n"
       "# metrics.for_all is set.",
       true, assign_origin},
      {"server.trusted_proxies", "",
       "IP addresses of proxies whose X-Forwarded-For is believed, separated by commas: limits\n"
       "# then count for the address that it names. Without, all who come through a proxy are one.",
       true, assign_proxies},
      {"server.workers", "1", "Threads that read records and work out plans.", false,
       number(&Config::workers, 1, 64)},
  };
}

std::vector<Setting> limit_settings() {
  return {
      {"limits.body_kib", "1024", "Largest body of a request, in KiB.", false,
       number(&Config::body_kib, 16, 65536)},
      {"limits.bodies_mib", "128",
       "Bodies of more than 64 KiB that are coming in or being worked on, all together, in MiB;\n"
       "# more are told to come back in a moment (503). Never less than two chunks.",
       false, number(&Config::bodies_mib, 16, 65536)},
      {"limits.answers_mib", "256",
       "Answers of more than 64 KiB that wait to be read, all together, in MiB; an export counts\n"
       "# as one chunk. More are told to come back in a moment (503). Never less than two chunks.",
       false, number(&Config::answers_mib, 32, 65536)},
      {"limits.chunk_mib", "16", "Largest chunk of a recording, in MiB.", false,
       number(&Config::chunk_mib, 1, 256)},
      {"limits.batch", "1000", "Most entries in one push.", false,
       number(&Config::batch, 1, 10000)},
      {"limits.connections", "12000", "Most connections at a time.", false,
       number(&Config::connections, 8, 100000)},
      {"limits.connections_per_address", "256", "Most connections at a time from one address.",
       false, number(&Config::connections_per_address, 4, 100000)},
      {"limits.requests_per_minute", "6000",
       "Requests a minute from one address, averaged; short bursts may be quicker.", false,
       number(&Config::requests_per_minute, 60, 100000000)},
      {"limits.sign_in_attempts_per_hour", "20",
       "Wrong passphrases and codes an hour, for each person and each address.", false,
       number(&Config::sign_in_attempts_per_hour, 3, 1000)},
  };
}

std::vector<Setting> other_settings() {
  return {
      {"session.idle_days", "90", "A device that was not used for so many days signs in again.",
       false, number(&Config::idle_days, 1, 3650)},
      {"session.absolute_days", "365", "Every device signs in again after so many days.", false,
       number(&Config::absolute_days, 1, 3650)},
      {"session.person_idle_minutes", "720",
       "A record that is protected by a passphrase closes after so many minutes without use.",
       false, number(&Config::person_idle_minutes, 1, 525600)},
      {"session.link_minutes", "15", "How long the link or code for a new device can be used.",
       false, number(&Config::link_minutes, 1, 1440)},
      {"metrics.for_all", "false",
       "Show /metrics to other computers too; otherwise only to this one.", false,
       yes_or_no(&Config::metrics_for_all)},
      {"log.level", "info", "debug, info, warn or error. No level writes personal data.", true,
       one_of(&Config::log_level,
              std::array<std::string_view, 4>{"debug", "info", "warn", "error"})},
      {"log.format", "text", "text for people, json for machines.", true,
       one_of(&Config::log_format, std::array<std::string_view, 2>{"text", "json"})},
  };
}

const std::vector<Setting>& settings() {
  static const std::vector<Setting> kSettings = [] {
    std::vector<Setting> out;
    for (auto part : {server_settings, limit_settings, other_settings}) {
      for (Setting& setting : part()) out.push_back(std::move(setting));
    }
    return out;
  }();
  return kSettings;
}

const Setting* find_setting(std::string_view name) {
  const auto found = std::ranges::find(settings(), name, &Setting::name);
  return found == settings().end() ? nullptr : &*found;
}

/// `server.body_kib` as `PLUMBLINE_SERVER_BODY_KIB`.
std::string variable_of(std::string_view setting) {
  std::string out = "PLUMBLINE_";
  for (const char c : setting) {
    out += c == '.' ? '_' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return out;
}

std::optional<Error> put(Config& config, std::string_view name, const std::string& text) {
  const Setting* setting = find_setting(name);
  if (setting == nullptr) {
    return Error{ErrorCode::UnknownField, std::string(name), "there is no such setting"};
  }
  if (const auto expectation = setting->assign(config, text)) {
    return Error{ErrorCode::OutOfRange, std::string(name),
                 "expected " + *expectation + ", found " + (text.empty() ? "nothing" : text)};
  }
  return std::nullopt;
}

}  // namespace

namespace {

/// Variables that are no settings: a folder of recordings for tests, the configuration file itself,
/// and what opens a backup of keys.
constexpr std::array<std::string_view, 3> kOtherVariables{"PLUMBLINE_DATA", "PLUMBLINE_CONFIG",
                                                          "PLUMBLINE_KEYS_PASSPHRASE"};

bool is_other_variable(std::string_view name) {
  return std::ranges::find(kOtherVariables, name) != kOtherVariables.end();
}

}  // namespace

namespace {

const Setting* setting_of_variable(const std::string& name) {
  const auto found = std::ranges::find_if(
      settings(), [&](const Setting& setting) { return variable_of(setting.name) == name; });
  return found == settings().end() ? nullptr : &*found;
}

}  // namespace

Settings read_environment(const std::vector<std::string>& environment) {
  Settings out;
  for (const std::string& row : environment) {
    const std::size_t equals = row.find('=');
    const Setting* setting = setting_of_variable(row.substr(0, equals));
    if (setting == nullptr) continue;
    out[std::string(setting->name)] = equals == std::string::npos ? "" : row.substr(equals + 1);
  }
  return out;
}

std::vector<std::string> unknown_variables(const std::vector<std::string>& environment) {
  std::vector<std::string> out;
  for (const std::string& row : environment) {
    const std::string name = row.substr(0, row.find('='));
    if (name.starts_with("PLUMBLINE_") && !is_other_variable(name) &&
        setting_of_variable(name) == nullptr) {
      out.push_back(name);
    }
  }
  return out;
}

std::string_view host_of_origin(std::string_view origin) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!origin.starts_with(scheme)) continue;
    origin.remove_prefix(scheme.size());
    const std::size_t colon = origin.rfind(':');
    return colon == std::string_view::npos || origin.ends_with(']') ? origin
                                                                    : origin.substr(0, colon);
  }
  return {};
}

Result<Config> make_config(const std::vector<Settings>& layers) {
  Config config;
  for (const Setting& setting : settings()) {
    if (auto fault = put(config, setting.name, std::string(setting.fallback));
        fault && !setting.fallback.empty()) {
      return std::unexpected(std::move(*fault));
    }
  }
  for (const Settings& layer : layers) {
    for (const auto& [name, text] : layer) {
      if (auto fault = put(config, name, text)) return std::unexpected(std::move(*fault));
    }
  }
  return config;
}

std::string example_config() {
  std::string out =
      "# Every setting of `plumbline serve`, with its default. Copy this file to plumbline.toml "
      "and\n"
      "# change what you like. What is given on the command line (--set server.port=8421) wins "
      "over\n"
      "# the environment (PLUMBLINE_SERVER_PORT=8421), and that over this file.\n";
  std::string section;
  for (const Setting& setting : settings()) {
    const std::size_t dot = setting.name.find('.');
    if (setting.name.substr(0, dot) != section) {
      section = setting.name.substr(0, dot);
      out += "\n[" + section + "]\n";
    }
    const char* mark = setting.quoted ? "\"" : "";
    out += "# " + std::string(setting.meaning) + "\n" + std::string(setting.name.substr(dot + 1)) +
           " = " + mark + std::string(setting.fallback) + mark + "\n";
  }
  return out;
}

std::vector<std::string> setting_names() {
  std::vector<std::string> out;
  out.reserve(settings().size());
  for (const Setting& setting : settings()) out.emplace_back(setting.name);
  return out;
}

}  // namespace plumbline::server
