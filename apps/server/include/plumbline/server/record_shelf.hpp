// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/week_memo.hpp"
#include "plumbline/record/fold.hpp"
#include "plumbline/server/sealed_record.hpp"

namespace plumbline::server {

/// An agenda as it goes out, and the last entry that went into it.
struct DerivedAgenda {
  std::int64_t seq = 0;
  std::string text;
  /// It came from the store of derived agendas, where it need not be put again.
  bool was_stored = false;
};

/// Works out agendas from stored entries. Folded journals of people who were asked for lately are
/// kept, so that an agenda after one more entry costs that entry only; all of it can be thrown away
/// at any time. May be used from several threads.
class RecordShelf {
 public:
  /// @param basis  what agendas depend on beside the journal: program and catalogue
  /// @param most_entries  how many entries the kept journals may hold together
  RecordShelf(const exercise::Catalogue& catalogue, std::string basis, std::size_t most_entries);

  /// @error NotFound  no profile up to that day
  /// @error Damaged, Sealed, Unreadable  what reading says
  Result<DerivedAgenda> agenda(storage::Reader& reader, const Owner& owner, LocalDate date);
  /// The folded journal up to the last entry.
  Result<record::PersonState> state(storage::Reader& reader, const Owner& owner);
  /// Forgets a person for ever; also what is being worked out for them is not kept.
  void forget(storage::PersonNumber person);
  const std::string& basis() const { return basis_; }

 private:
  struct Kept {
    storage::PersonNumber person{};
    std::int64_t seq = 0;
    record::Checkpoint checkpoint;
    exercise::WeekMemo memo;
    /// What it counts for; a journal without entries also takes room.
    std::size_t weight() const { return static_cast<std::size_t>(seq) + 1; }
  };
  std::optional<Kept> take(storage::PersonNumber person);
  void put_back(Kept kept);
  Result<Kept> bring_up_to_date(storage::Reader& reader, const Owner& owner);
  Result<std::optional<std::string>> stored(storage::Reader& reader, const Owner& owner,
                                            const std::string& day, std::int64_t seq) const;

  const exercise::Catalogue& catalogue_;
  const std::string basis_;
  const std::size_t most_entries_;
  std::mutex mutex_;
  /// Most recently used first.
  std::list<Kept> kept_;
  std::unordered_map<storage::PersonNumber, std::list<Kept>::iterator> by_person_;
  std::size_t entries_ = 0;
  /// Who was forgotten: numbers are not used again.
  std::set<storage::PersonNumber> forgotten_;
};

}  // namespace plumbline::server
