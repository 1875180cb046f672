// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "morning.hpp"
#include "plumbline/care/profile_at.hpp"
#include "plumbline/care/reaction.hpp"
#include "plumbline/care/situation_book.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/ladder.hpp"
#include "plumbline/record/person_state.hpp"
#include "track.hpp"

namespace plumbline::care {

/// One ladder's part in one session.
struct Part {
  const exercise::Ladder* ladder;
  Track* track;
  DoneTogether done;
  /// The exercise was done as prescribed here; something else on this ladder earns nothing.
  bool prescribed;
  /// Answers to it say something about this ladder.
  bool judged;
  /// Where weight is what grows next: at least the weight that was named was used.
  bool enough_weight = true;
};

/// What one session says about one ladder (rules 3.2).
struct Judged {
  /// The worse of during and after.
  Zone zone = Zone::Unknown;
  /// The morning after failed, whatever the pain during it was.
  bool failed = false;
  bool success = false;
  bool in_flare = false;
  /// Less than 90 % of what was asked for and of the step below it; never for daily minutes.
  bool short_of_both = false;
  /// Day of the morning answer: what a success earns is seen from then on.
  std::optional<LocalDate> seen_on;
};

/// Judges the parts of one session against usual pain and what was asked for.
class Judge {
 public:
  /// @param at  the profile on the day of the session
  /// @param in_flare  a flare was open on that day
  Judge(SituationBook& book, const ProfileAt& at, bool in_flare)
      : book_(book), catalogue_(book.catalogue()), at_(at), in_flare_(in_flare) {}

  Judged judge(const Part& part, const record::Session& session, const Morning* morning) const;

 private:
  const exercise::CatalogueRow& row_of(const Part& part) const;
  bool did_all(const Part& part, LocalDate day) const;
  bool fell_short(const Part& part, LocalDate day) const;
  exercise::Step asked_step(const Part& part, LocalDate day) const;

  SituationBook& book_;
  const exercise::Catalogue& catalogue_;
  const ProfileAt& at_;
  bool in_flare_;
};

/// Steps back that a judged session asks for.
struct StepsBack {
  std::int32_t steps = 0;
  /// What they are for, in words for the person.
  enum class Cause : std::uint8_t { Pain, Effort, TooLittle } cause = Cause::Pain;
};

/// The largest of the steps back that apply; keeps the counts that they rest on.
StepsBack count_steps_back(const Part& part, LocalDate day, const Judged& judged);

/// Why a place is higher after a session.
Reason step_up_reason(const record::Session& session, std::int32_t earned, bool heavier);

/// Why a place is lower after a session: what was told, what was done, what follows.
Reason step_back_reason(const Part& part, const record::Session& session, const Judged& judged,
                        const StepsBack& back, std::int32_t usual_pain);

}  // namespace plumbline::care
