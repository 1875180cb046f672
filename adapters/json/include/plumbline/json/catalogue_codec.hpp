// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

template <>
struct Codec<exercise::Dose> {
  static Result<exercise::Dose> read(const Value& value, const Pointer& at);
  static Value write(const exercise::Dose& dose);
};

/// Reads the attributes of one exercise document. Texts, muscles, evidence and movement are checked
/// for their shape and stay in the document.
template <>
struct Codec<exercise::Exercise> {
  static Result<exercise::Exercise> read(const Value& value, const Pointer& at);
};

/// One exercise document with where it came from.
struct CatalogueDocument {
  /// File name, for messages.
  std::string file;
  Value value;
};

/// Reads every document and makes the catalogue.
/// @error the place is `file /pointer`
Result<exercise::Catalogue> read_catalogue(const std::vector<CatalogueDocument>& documents);

/// The bundle that is built into programs: a JSON object from file name to document.
Result<std::vector<CatalogueDocument>> read_bundle(std::string_view text);

/// The attributes that `catalog list` prints.
Value write_listing(const exercise::Catalogue& catalogue);

}  // namespace plumbline::json
