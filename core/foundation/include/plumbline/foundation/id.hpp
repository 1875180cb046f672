// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "plumbline/foundation/error.hpp"

namespace plumbline {

/// An identifier that cannot be confused with one of another kind.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  auto operator<=>(const Id&) const = default;

 private:
  std::string text_;
};

using PersonId = Id<struct PersonTag>;
using EntryId = Id<struct EntryTag>;
using SessionId = Id<struct SessionTag>;
using DeviceId = Id<struct DeviceTag>;
using ExerciseId = Id<struct ExerciseTag>;

/// Checks the form of a UUID, version 7 (RFC 9562), lower or upper case; returns it in lower case.
/// @error BadId  any other form or version
Result<std::string> parse_uuid_v7(std::string_view text);

}  // namespace plumbline
