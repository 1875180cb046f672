// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alert_budget.hpp"

#include <optional>

namespace plumbline::care {
namespace {

/// @source engineering choice: long enough to be read by whoever looks in every other day, and
/// quiet long enough to be read when it comes again (docs/decisions/0028-what-is-said-how-often.md)
constexpr std::int32_t kSaidDays = 3;
constexpr std::int32_t kQuietDays = 14;

}  // namespace

bool is_said(LocalDate since, LocalDate today) {
  return today >= since && today.since(since) % kQuietDays < kSaidDays;
}

bool is_said(std::span<const LocalDate> raised, LocalDate today) {
  std::optional<LocalDate> said;
  for (const LocalDate day : raised) {
    if (day <= today && (!said || day.since(*said) >= kQuietDays)) said = day;
  }
  return said && today.since(*said) < kSaidDays;
}

}  // namespace plumbline::care
