// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/clinical/movement_test.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/json/codec.hpp"
#include "plumbline/json/object_reader.hpp"

namespace plumbline::json {

template <>
struct Codec<clinical::PainArea> {
  static Result<clinical::PainArea> read(const Value& value, const Pointer& at);
  static Value write(const clinical::PainArea& area);
};

template <>
struct Codec<clinical::Goal> {
  static Result<clinical::Goal> read(const Value& value, const Pointer& at);
  static Value write(const clinical::Goal& goal);
};

/// The profile of the journal: everything but screen, instruments and tests.
template <>
struct Codec<clinical::Profile> {
  static Result<clinical::Profile> read(const Value& value, const Pointer& at);
  static Value write(const clinical::Profile& profile);
};

/// Days of a profile that lie after the day on which it was told.
std::optional<Error> check_told(const clinical::Profile& profile, LocalDate told,
                                const Pointer& at);

/// Reads the fields of a profile out of an object that may have further ones.
clinical::Profile read_profile_fields(ObjectReader& object);

}  // namespace plumbline::json
