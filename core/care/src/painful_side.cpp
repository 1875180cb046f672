// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/painful_side.hpp"

namespace plumbline::care {

ItemSide painful_side(const clinical::Profile& profile) {
  bool left = false;
  bool right = false;
  for (const clinical::PainArea& area : profile.pain) {
    left = left || area.side == clinical::Side::Left || area.side == clinical::Side::Both;
    right = right || area.side == clinical::Side::Right || area.side == clinical::Side::Both;
  }
  if (left == right) return ItemSide::Each;
  return left ? ItemSide::Left : ItemSide::Right;
}

std::int32_t sides_done(const exercise::Exercise& exercise, const clinical::Profile& profile) {
  constexpr WordSet<exercise::Need> kNerve{exercise::Need::NerveSciatic,
                                           exercise::Need::NerveFemoral};
  if (exercise.laterality == exercise::Laterality::Bilateral) return 1;
  const bool nerve = exercise.serves.intersects(kNerve);
  return nerve && painful_side(profile) != ItemSide::Each ? 1 : 2;
}

}  // namespace plumbline::care
