// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/verdict.hpp"

#include <algorithm>

namespace plumbline::clinical {

// An absent time limit compares below every present one.
Verdict worse_of(const Verdict& a, const Verdict& b) {
  return {std::max(a.urgency, b.urgency), std::max(a.within, b.within), std::max(a.lock, b.lock)};
}

Verdict milder_of(const Verdict& a, const Verdict& b) {
  return {std::min(a.urgency, b.urgency), std::min(a.within, b.within), std::min(a.lock, b.lock)};
}

bool at_least(const Verdict& a, const Verdict& b) { return worse_of(a, b) == a; }

std::string describe(const Verdict& verdict) {
  if (verdict == kModifier) return "modifier";
  std::string text(word(verdict.urgency));
  if (verdict.within) text += " " + std::string(word(*verdict.within));
  return text + " " + std::string(word(verdict.lock));
}

}  // namespace plumbline::clinical
