// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "plumbline/exercise/ladder.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// What weights are counted in: grams, or the place in an order of bands.
enum class WeightScale : std::uint8_t { Grams, BandStrength, BandColor };

/// A weight or band as a number that grows with it.
struct WeightAmount {
  WeightScale scale = WeightScale::Grams;
  std::int64_t value = 0;
  bool operator==(const WeightAmount&) const = default;
};

/// @returns nothing for a band whose place in an order is not known
std::optional<WeightAmount> weight_amount(const record::Resistance& resistance);
record::Resistance resistance_of(const WeightAmount& amount);
/// For people: `10.5 kg`, or `the red band`.
std::string weight_text(const record::Resistance& resistance);

/// One smallest step up: the fewest half kilograms that make at least 2 %, or the next band. The
/// strongest band stays.
WeightAmount next_weight(const WeightAmount& amount);

/// The weights that were used for one exercise, and what its places on a ladder weigh
/// (docs/decisions/0015). Nothing here follows from an answer about pain.
class WeightLog {
 public:
  /// @param five_more  five repetitions more would have been possible (rules 1.2)
  void note(LocalDate day, const record::Resistance& used, bool five_more);
  /// What to use on a place so many steps of weight above the first; empty before anything was
  /// noted. A band of unknown order is repeated.
  std::optional<record::Resistance> named(std::int32_t heavier) const;
  /// Whether the next place is heavier than this one.
  bool may_grow(std::int32_t heavier) const;
  /// Whether at least what is named was used; with nothing named yet, any weight that is known.
  bool is_as_named(const std::optional<record::Resistance>& used, std::int32_t heavier) const;

  /// The first weight, the heaviest of the last 28 days and the last one.
  std::optional<record::Resistance> first() const;
  std::optional<record::Resistance> heaviest() const;
  const std::optional<record::Resistance>& last() const { return last_; }

 private:
  WeightAmount amount_at(std::int32_t heavier) const;

  std::optional<WeightAmount> first_;
  /// The last 28 days, in order.
  std::vector<std::pair<LocalDate, WeightAmount>> used_;
  std::optional<record::Resistance> last_;
};

/// The lightest weight of an exercise in a session; empty where one of its entries has none.
std::optional<record::Resistance> weight_used(const record::Session& session,
                                              const ExerciseId& exercise);

/// The weights of every exercise that needs one.
class Weights {
 public:
  void note(const record::Session& session, const exercise::Catalogue& catalogue);
  /// Empty where no weight was ever recorded for it.
  const WeightLog* of(exercise::Catalogue::Index exercise) const;
  /// Whether the place above may be stepped onto as far as weight goes.
  bool open_above(const exercise::Ladder& ladder, std::size_t position) const;
  /// Whether a session used what its place asks for, where a heavier place comes next.
  bool enough(const record::Session& session, const ExerciseId& exercise,
              const exercise::Ladder& ladder, std::size_t position) const;

 private:
  std::map<exercise::Catalogue::Index, WeightLog> logs_;
};

}  // namespace plumbline::care
