// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "plumbline/json/journal_codec.hpp"

namespace plumbline::json {

/// How one kind of body is read and written.
struct BodyCodec {
  std::string_view kind;
  Result<record::Body> (*read)(const Value& value, const Pointer& at);
  Value (*write)(const record::Body& body);
};

/// Every kind but `entry.corrected`, in the order of record::Body.
const std::array<BodyCodec, record::kEntryKinds.size() - 1>& body_codecs();

}  // namespace plumbline::json
