// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "connection.hpp"
#include "plumbline/storage/transaction.hpp"

namespace plumbline::storage {

/// Answers everything that is asked of a Reader, for readers and for transactions.
template <class Base>
class Reading : public Base {
 public:
  explicit Reading(Connection& connection) : connection_(connection) {}

  Result<std::vector<PersonRow>> people() override;
  Result<PersonRow> person(std::string_view id) override;
  Result<std::vector<DeletedPerson>> deleted_people() override;
  Result<std::vector<EntryRow>> entries(PersonNumber person, const Page& page) override;
  Result<std::optional<EntryRow>> entry(PersonNumber person, const EntryKey& key) override;
  Result<std::int64_t> last_seq(PersonNumber person) override;
  Result<std::vector<HeldRow>> held(PersonNumber person) override;
  Result<std::optional<std::int64_t>> next_due_ms() override;
  Result<std::optional<ChunkRow>> chunk(PersonNumber person, std::string_view id) override;
  Result<std::vector<std::string>> chunk_ids(PersonNumber person) override;
  Result<std::optional<CacheRow>> cached(PersonNumber person, CacheKind kind,
                                         std::string_view name) override;
  Result<std::vector<DeviceRow>> devices() override;
  Result<std::vector<SessionRow>> sessions() override;
  Result<std::optional<SessionRow>> session(const TokenFingerprint& token) override;
  Result<std::vector<AuditRow>> audit(PersonNumber person, const Page& page) override;
  Result<std::optional<std::string>> setting(std::string_view name) override;
  Result<std::string> lineage() override;

 protected:
  /// Runs what may throw; a failure of the database (not of the request) is told to `on_failure`.
  template <class Work>
  auto guard(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (...) {
      Error error = connection_.failure();
      on_failure(error);
      return std::unexpected(std::move(error));
    }
  }
  virtual void on_failure(const Error& error) { static_cast<void>(error); }

  Connection& connection_;
};

extern template class Reading<Reader>;
extern template class Reading<Transaction>;

}  // namespace plumbline::storage
