// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/json/pointer.hpp"
#include "plumbline/record/entry.hpp"

namespace plumbline::json {

/// An unlock may not reach further than twelve weeks after it was made.
std::optional<Error> check_unlock(const record::Body& body, const Instant& made_at,
                                  const Pointer& at_body);

/// What clears nothing was told by mistake. An entry that is not known yet may still arrive: until
/// then it is cleared without effect.
std::optional<Error> check_clears(const record::Body& body, const Pointer& at_body);

/// What clinicians decide comes from a clinician, and is corrected by one.
/// @param body  what the entry says, or the body of the entry that it corrects
std::optional<Error> check_author(const record::Body& body, const record::Author& author);

/// Every exercise that an entry names is in the catalogue.
/// @param catalogue  null: any name will do
std::optional<Error> check_exercises(const record::Body& body, const exercise::Catalogue* catalogue,
                                     const Pointer& at_body);

}  // namespace plumbline::json
