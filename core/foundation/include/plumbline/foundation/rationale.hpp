// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plumbline {

/// One value that a rule looked at.
using RationaleValue = std::variant<bool, std::int64_t, double, std::string>;

/// A named value that a rule looked at.
struct RationaleInput {
  std::string name;
  RationaleValue value;
  bool operator==(const RationaleInput&) const = default;
};

/// Why something was decided: the rule, what it saw, what it concluded, and a sentence for people.
/// The sentence is made from the other three; it is never parsed.
struct Reason {
  /// `C1` … `C28` or a section of the clinical rules with a name: `1.2/irritability`.
  std::string rule;
  std::vector<RationaleInput> inputs;
  /// What the rule concluded, in one or a few words: `cap 2`, `exclude`, `step up`.
  std::string verdict;
  /// One plain English sentence at a reading age of about twelve.
  std::string text;
  bool operator==(const Reason&) const = default;
};

using Rationale = std::vector<Reason>;

}  // namespace plumbline
