// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/situation_book.hpp"

#include "week_choices.hpp"

namespace plumbline::care {

SituationBook::SituationBook(const record::PersonState& state, const exercise::Catalogue& catalogue,
                             exercise::WeekMemo* memo)
    : state_(state),
      catalogue_(catalogue),
      memo_(memo),
      choices_(std::make_unique<WeekChoices>(*this, this->memo())) {}

SituationBook::~SituationBook() = default;

const Situation* SituationBook::on(LocalDate day) {
  const auto [found, fresh] = known_.try_emplace(day);
  if (fresh) found->second = compute_situation(state_, catalogue_, day);
  return found->second ? &*found->second : nullptr;
}

}  // namespace plumbline::care
