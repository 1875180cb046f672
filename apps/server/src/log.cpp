// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "plumbline/json/write.hpp"

namespace plumbline::server {
namespace {

bool& as_json() {
  static bool chosen = false;
  return chosen;
}

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::Debug:
      return spdlog::level::debug;
    case LogLevel::Info:
      return spdlog::level::info;
    case LogLevel::Warn:
      return spdlog::level::warn;
    case LogLevel::Error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

}  // namespace

void start_log(LogLevel level, LogFormat format) {
  as_json() = format == LogFormat::Json;
  auto logger = spdlog::stderr_color_mt("plumbline");
  logger->set_level(level_of(level));
  logger->set_pattern(as_json() ? R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})"
                                : "%Y-%m-%dT%H:%M:%S.%e%z %^%l%$ %v");
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(logger);
}

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  if (!spdlog::should_log(level_of(level))) return;
  std::string line;
  if (as_json()) {
    line = "\"event\":" + json::write(json::Value(event));
    for (const auto& [name, value] : fields) {
      line += ",\"" + std::string(name) + "\":" + json::write(json::Value(value));
    }
  } else {
    line = std::string(event);
    for (const auto& [name, value] : fields) line += " " + std::string(name) + "=" + value;
  }
  spdlog::log(level_of(level), "{}", line);
}

}  // namespace plumbline::server
