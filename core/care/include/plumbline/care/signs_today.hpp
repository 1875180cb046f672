// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/care/agenda.hpp"

namespace plumbline::care {

/// Takes out of today what a sign that was reported today rules out (rules 2.7): after a fever
/// everything, after dizziness everything but relaxation, after a fall or a sign without a name the
/// same until its questions are answered, after leg pain that spreads the exercise
/// before it, direction exercises and whatever moves the back the way the session did. Says each in
/// words. Only takes away.
std::vector<Alert> heed_signs(Day& today, const record::PersonState& state,
                              const exercise::Catalogue& catalogue);

}  // namespace plumbline::care
