// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "plumbline/foundation/time.hpp"
#include "plumbline/http/handler.hpp"
#include "plumbline/http/response.hpp"
#include "plumbline/storage/rows.hpp"

namespace plumbline::server {

/// A derived agenda, ready to go out.
struct ReadyAgenda {
  http::SharedText text;
  http::SharedText gzip;
  std::string etag;
};

/// The agendas that were derived lately, and who waits for those under way. Belongs to the io
/// thread.
class AgendaDesk {
 public:
  explicit AgendaDesk(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  const ReadyAgenda* find(storage::PersonNumber person, LocalDate date);
  /// Somebody else waits already for the same one: the request joins them.
  /// @returns whether the caller has to derive it
  bool wait(storage::PersonNumber person, LocalDate date, http::Request request, http::Reply reply);
  /// Everybody who waits for an agenda.
  std::vector<std::pair<http::Request, http::Reply>> collect(storage::PersonNumber person,
                                                             LocalDate date);
  /// How often the person's record has changed; an agenda that was begun at another count is old.
  std::uint64_t changes(storage::PersonNumber person) const;
  void keep(storage::PersonNumber person, LocalDate date, ReadyAgenda agenda);
  void changed(storage::PersonNumber person);

 private:
  using Key = std::pair<storage::PersonNumber, LocalDate>;
  struct Shelf {
    std::map<LocalDate, ReadyAgenda> days;
    std::size_t bytes = 0;
    std::list<storage::PersonNumber>::iterator place;
  };
  void forget_day(Shelf& shelf, LocalDate date);
  /// Makes room: the kept day that lies farthest from another one goes.
  void forget_farthest(Shelf& shelf, LocalDate date);
  void drop_oldest();

  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::unordered_map<storage::PersonNumber, Shelf> shelves_;
  /// Most recently kept first.
  std::list<storage::PersonNumber> order_;
  std::map<Key, std::vector<std::pair<http::Request, http::Reply>>> waiting_;
  std::unordered_map<storage::PersonNumber, std::uint64_t> changes_;
};

}  // namespace plumbline::server
