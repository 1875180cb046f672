// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "plumbline/record/person_state.hpp"

namespace plumbline::record {

/// Folds a journal into a state. Entries may come in any order and more than once: they are ordered
/// by (made_at, id), and of several with one id the first counts. Corrections are applied first.
PersonState fold(std::span<const Entry> entries);

/// Entries known at an instant, in folding order: those made no later.
std::vector<Entry> as_of(std::span<const Entry> entries, const Instant& instant);

/// A folded journal up to some entry; a cache that may be thrown away at any time.
struct Checkpoint {
  PersonState state;
  Instant last_at;
  EntryId last_id;
};

/// Goes on from a checkpoint. Empty where the newer entries do not all lie behind it or correct
/// something: then the whole journal has to be folded again. For people who are
/// asked for again and again.
std::optional<PersonState> resume(const Checkpoint& checkpoint, std::span<const Entry> newer);

}  // namespace plumbline::record
