// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/foundation/time.hpp"

#include <array>
#include <cstdio>
#include <optional>

namespace plumbline {
namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerDay = 86'400'000;

struct Civil {
  std::int32_t year;
  std::int32_t month;
  std::int32_t day;
};

/// @source H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil
std::int32_t days_from_civil(Civil c) {
  const std::int32_t y = c.month <= 2 ? c.year - 1 : c.year;
  const std::int32_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int32_t yoe = y - era * 400;
  const std::int32_t doy = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
  const std::int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

/// @source H. Hinnant, same page, civil_from_days
Civil civil_from_days(std::int32_t days) {
  const std::int32_t z = days + 719468;
  const std::int32_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int32_t doe = z - era * 146097;
  const std::int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int32_t mp = (5 * doy + 2) / 153;
  const std::int32_t month = mp < 10 ? mp + 3 : mp - 9;
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  constexpr std::array<std::int32_t, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

std::optional<std::int32_t> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  std::int32_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool char_at(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

std::optional<LocalDate> read_date(std::string_view text) {
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day || !char_at(text, 4, '-') || !char_at(text, 7, '-')) {
    return std::nullopt;
  }
  if (*year < 1 || *month < 1 || *month > 12 || *day < 1 || *day > days_in_month(*year, *month)) {
    return std::nullopt;
  }
  return LocalDate::from_days(days_from_civil({*year, *month, *day}));
}

/// Milliseconds of the fraction at `at`, which points behind a full stop; moves `at` on.
std::optional<std::int64_t> read_fraction(std::string_view text, std::size_t& at) {
  std::int64_t ms = 0;
  std::int64_t scale = 100;
  const std::size_t first = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    ms += scale * (text[at] - '0');
    scale /= 10;
    ++at;
  }
  if (at == first) return std::nullopt;
  return ms;
}

std::optional<std::int32_t> read_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
    return std::nullopt;
  }
  const auto hours = digits(text, 1, 2);
  const auto minutes = digits(text, 4, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const std::int32_t offset = *hours * 60 + *minutes;
  return text[0] == '-' ? -offset : offset;
}

std::optional<Instant> read_instant(std::string_view text) {
  const auto date = read_date(text);
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = digits(text, 17, 2);
  if (!date || !hour || !minute || !second) return std::nullopt;
  if (text[10] != 'T' && text[10] != 't') return std::nullopt;
  if (text[13] != ':' || text[16] != ':') return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  std::size_t at = 19;
  std::int64_t ms = 0;
  if (char_at(text, at, '.')) {
    const auto fraction = read_fraction(text, ++at);
    if (!fraction) return std::nullopt;
    ms = *fraction;
  }
  const auto offset = read_offset(text.substr(at));
  if (!offset) return std::nullopt;
  const std::int64_t local =
      date->days() * kMsPerDay + (*hour * 3600LL + *minute * 60LL + *second) * 1000LL + ms;
  return Instant{local - *offset * kMsPerMinute, *offset};
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

}  // namespace

LocalDate local_date(const Instant& instant) {
  const std::int64_t local = instant.unix_ms + instant.offset_minutes * kMsPerMinute;
  return LocalDate::from_days(static_cast<std::int32_t>(floor_div(local, kMsPerDay)));
}

Result<LocalDate> parse_date(std::string_view text) {
  if (text.size() == 10) {
    if (const auto date = read_date(text)) return *date;
  }
  return fail(ErrorCode::BadDate, "",
              "expected a date that exists, as YYYY-MM-DD, found \"" + std::string(text) + "\"");
}

std::string format_date(LocalDate date) {
  const Civil c = civil_from_days(date.days());
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", c.year, c.month, c.day);
  return buffer.data();
}

Result<Instant> parse_instant(std::string_view text) {
  if (const auto instant = read_instant(text)) return *instant;
  return fail(ErrorCode::BadDate, "",
              "expected a time with offset, as 2026-03-01T07:30:00+01:00, found \"" +
                  std::string(text) + "\"");
}

std::string format_instant(const Instant& instant) {
  const std::int64_t local = instant.unix_ms + instant.offset_minutes * kMsPerMinute;
  const std::int64_t in_day = local - floor_div(local, kMsPerDay) * kMsPerDay;
  const int total = static_cast<int>(in_day / 1000);
  const int offset = instant.offset_minutes < 0 ? -instant.offset_minutes : instant.offset_minutes;
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03d%c%02d:%02d", total / 3600,
                total / 60 % 60, total % 60, static_cast<int>(in_day % 1000),
                instant.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
  return format_date(local_date(instant)) + buffer.data();
}

}  // namespace plumbline
