// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::cli {

/// Entries with the state that they fold into.
struct Record {
  std::vector<record::Entry> entries;
  record::PersonState state;
};

/// Joins a profile and a journal, either of which may be absent; the profile stands before all
/// other entries.
/// @param profile  JSON text of `plan --profile`, with its file name for messages
/// @param date     the day of the profile where there is no journal
/// @error every fault with file and place
struct RecordSource {
  std::optional<std::string> profile;
  std::string profile_name;
  std::optional<std::string> journal;
  std::string journal_name;
  std::optional<LocalDate> date;
  std::optional<Instant> as_of;
  /// Whose entries to read where the journal holds several people; empty: it holds one.
  std::string person;
};
Result<Record> load_record(const RecordSource& source, const exercise::Catalogue& catalogue);

/// The last day of a record: the default date of `replay`.
std::optional<LocalDate> last_day(const Record& record);

/// The agenda as JSON text, one line.
std::string agenda_json(const care::Agenda& agenda);

/// The agenda for people to read.
/// @param before  the agenda of a week earlier, to tell what is new; null where there is none
/// @param told  alerts that the person has read already; they are not printed again
std::string agenda_text(const care::Agenda& agenda, const exercise::Catalogue& catalogue,
                        const care::Agenda* before, const std::set<std::string>& told = {});

/// The chain of entries and rules behind an agenda, for one exercise or all.
/// @error NotFound  the exercise is not in the catalogue
Result<std::string> explain_json(const Record& record, const exercise::Catalogue& catalogue,
                                 LocalDate date, const std::string& exercise);

}  // namespace plumbline::cli
