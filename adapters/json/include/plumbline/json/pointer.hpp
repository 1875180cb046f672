// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline::json {

/// A place in a JSON text, as a chain on the stack; only a fault pays for the text.
class Pointer {
 public:
  Pointer() = default;
  Pointer(const Pointer& parent, std::string_view key) : parent_(&parent), key_(key) {}
  Pointer(const Pointer& parent, std::size_t index)
      : parent_(&parent), index_(index), is_index_(true) {}

  /// RFC 6901, `/pain/0/region`; empty for the whole text.
  std::string text() const;

 private:
  const Pointer* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

}  // namespace plumbline::json
