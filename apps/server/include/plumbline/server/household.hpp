// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plumbline/server/config.hpp"
#include "plumbline/storage/reader.hpp"

namespace plumbline::server {

/// Somebody whose record is kept here.
struct Person {
  storage::PersonNumber number{};
  std::string id;
  std::int64_t created_ms = 0;
  std::string sealed_name;
  std::optional<std::string> passphrase_hash;
};

/// A paired device at work.
struct Session {
  storage::TokenFingerprint token{};
  storage::DeviceNumber device{};
  std::int64_t created_ms = 0;
  std::int64_t used_ms = 0;
  std::int64_t expires_ms = 0;
  /// What the database knows of used_ms.
  std::int64_t noted_ms = 0;
  /// People whose passphrase was given here, and when their record was last used.
  std::map<storage::PersonNumber, std::int64_t> opened;
};

/// How long sessions last, in milliseconds.
struct SessionLimits {
  std::int64_t idle_ms = 0;
  std::int64_t absolute_ms = 0;
  std::int64_t person_idle_ms = 0;
};

SessionLimits session_limits(const Config& config);

/// The people, devices and sessions of this server, held in memory: what a request may touch is
/// decided here, at once. Changes are made in the database first and told here after they are
/// durable. Belongs to the io thread.
class Household {
 public:
  /// @error what the reader says
  static Result<Household> load(storage::Reader& reader, const SessionLimits& limits);

  /// The session that a cookie belongs to, if it is still good; using it keeps it alive.
  Session* use_session(std::string_view token, std::int64_t now_ms);
  /// Sessions whose use should be written down again (every ten minutes), and marks them as such.
  std::vector<Session> take_used(std::int64_t now_ms);
  /// Forgets sessions that are over.
  void drop_expired(std::int64_t now_ms);
  const Person* find(std::string_view id) const;
  const Person* find(storage::PersonNumber number) const;
  /// Whether the session may see the person's record: it has no passphrase, or it was given here
  /// and not too long ago. Looking keeps it open.
  bool is_open(Session& session, const Person& person, std::int64_t now_ms) const;
  /// People in the order in which they joined, beginning behind a number.
  std::vector<const Person*> people_after(storage::PersonNumber number, std::size_t most) const;
  std::size_t people_count() const { return people_.size(); }
  const std::map<storage::DeviceNumber, storage::DeviceRow>& devices() const { return devices_; }

  void add(Person person);
  void rename(storage::PersonNumber person, const std::string& sealed_name);
  /// A new passphrase closes the record everywhere else.
  /// @param keep_open  the session that set it
  void set_passphrase(storage::PersonNumber person, const std::optional<std::string>& hash,
                      const storage::TokenFingerprint& keep_open, std::int64_t now_ms);
  void remove(storage::PersonNumber person);
  void add(const storage::DeviceRow& device);
  void add(Session session);
  void remove_device(storage::DeviceNumber device);
  void end_session(const storage::TokenFingerprint& token);
  void end_other_sessions(const storage::TokenFingerprint& token);
  /// Opens a record in a session that is still there, if its passphrase is still the one that was
  /// given.
  /// @returns whether it was opened
  bool open(const storage::TokenFingerprint& token, const Person& person, std::int64_t now_ms);

 private:
  struct TokenHash {
    std::size_t operator()(const storage::TokenFingerprint& token) const;
  };
  explicit Household(const SessionLimits& limits) : limits_(limits) {}
  /// Null where nobody has this number.
  Person* person(storage::PersonNumber number);
  bool is_over(const Session& session, std::int64_t now_ms) const;
  bool is_good(const Session& session, std::int64_t now_ms) const;

  SessionLimits limits_;
  std::unordered_map<std::string, Person> people_;
  std::map<storage::PersonNumber, std::string> ids_;
  std::unordered_map<storage::TokenFingerprint, Session, TokenHash> sessions_;
  std::map<storage::DeviceNumber, storage::DeviceRow> devices_;
};

}  // namespace plumbline::server
