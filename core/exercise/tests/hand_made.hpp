// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "plumbline/exercise/catalogue.hpp"

namespace plumbline::exercise {

/// A plain control exercise, lying on the back, one set of six to ten.
inline Exercise plain(std::string id, std::int32_t level = 1) {
  Exercise e;
  e.id = std::move(id);
  e.level = level;
  e.serves = {Need::DeepAbdominal};
  e.positions = {{clinical::Position::Supine}};
  e.dose = {.start = {.sets = 1, .reps = 6}, .ceiling = {.sets = 1, .reps = 10}};
  return e;
}

inline Exercise with_doses(Exercise e, Dose start, Dose ceiling) {
  e.dose.start = std::move(start);
  e.dose.ceiling = std::move(ceiling);
  return e;
}

/// Makes `harder` the next rung above `easier`.
inline void join(Exercise& easier, Exercise& harder) {
  easier.progress = harder.id;
  harder.regress = easier.id;
}

}  // namespace plumbline::exercise
