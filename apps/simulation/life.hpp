// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/foundation/words.hpp"
#include "plumbline/json/plan_request_codec.hpp"
#include "plumbline/record/entry.hpp"

namespace plumbline::simulation {

/// How pain goes over the simulated weeks.
enum class PainCourse : std::uint8_t {
  Constant3,
  Constant5,
  Constant7,
  Fluctuating,
  Flare,
  Gap,
  NewFlag,
};

struct LifeOptions {
  std::uint64_t seed = 1;
  std::int32_t weeks = 12;
  PainCourse course = PainCourse::Constant3;
  LocalDate start;
  /// Look at the agenda every day and keep it; otherwise once a week, which is faster.
  bool every_day = false;
  /// Day of the life on which graded activity is agreed on; -1: as the profile says.
  std::int32_t graded_from = -1;
};

struct Life {
  std::vector<record::Entry> entries;
  /// The agenda of each day that was looked at.
  std::vector<care::Agenda> agendas;
};

/// Lets a person live with their plan: they do most of what it says and answer honestly.
Life live(const json::PlanRequest& person, const exercise::Catalogue& catalogue,
          const LifeOptions& options);

}  // namespace plumbline::simulation

namespace plumbline {

template <>
struct WordsOf<simulation::PainCourse> {
  static constexpr std::string_view kWhat = "course";
  static constexpr std::array<std::string_view, 7> kWords = {
      "constant-3", "constant-5", "constant-7", "fluctuating", "flare", "gap", "new-flag"};
};

}  // namespace plumbline
