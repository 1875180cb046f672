// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "plumbline/json/plan_request_codec.hpp"

namespace plumbline::simulation {

/// Somebody with back pain, made up from a number. Most have a complete, clear safety screen; some
/// answered only part of it and some have a warning sign.
json::PlanRequest random_person(std::uint64_t seed);

/// The same person with every safety question answered "no".
json::PlanRequest random_safe_person(std::uint64_t seed);

}  // namespace plumbline::simulation
