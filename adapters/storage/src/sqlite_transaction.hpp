// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "reading.hpp"

namespace plumbline::storage {

/// What tasks get: everything is done on the writer's connection, inside the open transaction.
class SqliteTransaction : public Reading<Transaction> {
 public:
  using Reading::Reading;

  /// The failure of the database in the present group, if there was one.
  const std::optional<Error>& broken() const { return broken_; }
  void break_with(const Error& error) {
    if (!broken_) broken_ = error;
  }
  void begin_again() { broken_.reset(); }
  /// Whether rows of a deleted person were overwritten since it was last asked.
  bool take_swept() { return std::exchange(swept_, false); }

  Result<PersonNumber> add_person(std::string_view id, std::int64_t now_ms,
                                  std::string_view sealed_name) override;
  Result<void> rename_person(PersonNumber person, std::string_view sealed_name) override;
  Result<void> set_passphrase(PersonNumber person, const std::optional<std::string>& hash) override;
  Result<void> delete_person(PersonNumber person, std::int64_t now_ms) override;
  Result<bool> sweep_deleted(std::int64_t most_rows) override;

  Result<std::vector<Outcome>> append(PersonNumber person, std::int64_t now_ms,
                                      std::span<const NewEntry> entries) override;
  Result<std::vector<Admitted>> admit_due(std::int64_t now_ms, std::int64_t most_rows) override;
  Result<void> put_chunk(PersonNumber person, const ChunkRow& chunk) override;
  Result<void> put_cached(PersonNumber person, CacheKind kind, std::string_view name,
                          const CacheRow& row) override;
  Result<void> drop_cached(PersonNumber person) override;

  Result<DeviceNumber> add_device(std::string_view name, std::int64_t now_ms) override;
  Result<void> see_device(DeviceNumber device, std::int64_t now_ms) override;
  Result<void> remove_device(DeviceNumber device) override;
  Result<void> add_session(const SessionRow& session) override;
  Result<void> use_session(const TokenFingerprint& token, std::int64_t now_ms) override;
  Result<void> open_person(const TokenFingerprint& token, PersonNumber person) override;
  Result<void> end_session(const TokenFingerprint& token) override;
  Result<void> end_all_sessions() override;
  Result<void> expire(std::int64_t now_ms, std::int64_t idle_since_ms) override;
  Result<void> add_pairing(const PairingRow& pairing) override;
  Result<PairingRow> take_pairing(const TokenFingerprint& token, std::int64_t now_ms) override;
  Result<void> note(PersonNumber person, const AuditEvent& event) override;
  Result<void> set_setting(std::string_view name, std::string_view value) override;

 protected:
  void on_failure(const Error& error) override { break_with(error); }

 private:
  /// Where a batch begins.
  struct Standing {
    std::int64_t last_seq = 0;
    bool holds_some = false;
  };
  Result<Standing> standing(PersonNumber person);
  /// What is held under this id already, if anything.
  std::optional<Outcome> meet_held(PersonNumber person, const NewEntry& entry);
  Outcome hold(PersonNumber person, std::int64_t now_ms, const NewEntry& entry);
  Outcome place(PersonNumber person, std::int64_t now_ms, const NewEntry& entry,
                std::int64_t& last_seq);
  /// Runs a statement and tells how many rows it changed.
  template <class... Values>
  std::int64_t change(const StatementText& text, const Values&... values) {
    Query query(connection_, text, values...);
    return query->changes();
  }
  template <class... Values>
  Result<void> change_any(const StatementText& text, const Values&... values) {
    return guard([&]() -> Result<void> {
      change(text, values...);
      return {};
    });
  }
  template <class... Values>
  Result<void> change_one(std::string_view what, const StatementText& text,
                          const Values&... values) {
    return guard([&]() -> Result<void> {
      if (change(text, values...) > 0) return {};
      return fail(ErrorCode::NotFound, std::string(what), "there is no such " + std::string(what));
    });
  }

  std::optional<Error> broken_;
  bool swept_ = false;
};

}  // namespace plumbline::storage
