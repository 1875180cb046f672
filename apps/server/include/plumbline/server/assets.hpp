// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "plumbline/http/response.hpp"

namespace plumbline::server {

/// A file of the page, built into the program.
struct Asset {
  std::string_view path;
  std::string_view content_type;
  http::SharedText body;
  http::SharedText gzip;
  /// Its name holds a hash of its content: browsers may keep it for ever.
  bool is_immutable = false;
};

/// The file at a path such as `/` or `/assets/app.3f9c1a2b4d5e.js`; null where there is none.
const Asset* find_asset(std::string_view path);

}  // namespace plumbline::server
