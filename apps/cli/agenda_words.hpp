// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/care/agenda.hpp"

namespace plumbline::cli {

/// "sets of 3, 2 and 1, hold 5 s"; repetitions at breath tempo are breaths.
/// @param tempo_s  seconds of a repetition
std::string amount_text(const exercise::Dose& dose, std::int32_t tempo_s);

/// The amount with side, limit and bouts a day.
std::string dose_text(const care::Item& item);

/// The phase and what it is about.
std::string_view phase_text(care::Phase phase);

/// A need as words: "easy movement of the lower back".
std::string_view need_text(exercise::Need need);

/// What a lock means for the days until it is cleared.
std::string_view lock_text(clinical::Lock lock);

/// How to do an item safely: the gentler version, support, when to stop, how much less.
std::vector<std::string> instructions_of(const care::Item& item);

/// That it goes no further for now; empty where it does.
std::string stays_of(const care::Item& item);

/// Why an item is in the plan, one sentence; empty where nothing but instructions is known.
std::string purpose_of(const care::Item& item);

}  // namespace plumbline::cli
