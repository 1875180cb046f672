// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include "plumbline/care/agenda.hpp"
#include "plumbline/fhir/bundle.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"
#include "plumbline/server/record_export.hpp"

namespace plumbline::server {
namespace {

Result<record::PersonState> state_of(storage::Reader& reader, const Owner& owner) {
  std::string lines;
  auto done = for_each_line(reader, owner, 0, [&](const PlacedLine& row) -> Result<void> {
    lines += row.line + "\n";
    return {};
  });
  if (!done) return std::unexpected(std::move(done.error()));
  auto entries = json::read_journal(lines);
  if (!entries) return std::unexpected(std::move(entries.error()));
  return record::fold(*entries);
}

}  // namespace

Result<std::string> export_fhir(storage::Reader& reader, const Subject& subject,
                                const exercise::Catalogue& catalogue, LocalDate day) {
  auto state = state_of(reader, subject.owner);
  if (!state) return std::unexpected(std::move(state.error()));
  const auto agenda = care::compute_agenda(*state, catalogue, day);
  if (!agenda && agenda.error().code != ErrorCode::NotFound) {
    return std::unexpected(agenda.error());
  }
  const fhir::Chart chart{subject.owner.id, subject.name, *state, catalogue,
                          agenda ? &*agenda : nullptr};
  return json::write(fhir::make_bundle(chart)) + "\n";
}

}  // namespace plumbline::server
