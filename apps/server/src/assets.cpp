// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/assets.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace plumbline::server {
namespace {

/// One row of the table that embed_assets.cmake writes.
struct Embedded {
  std::string_view path;
  std::string_view content_type;
  const char* begin;
  const char* end;
  const char* gzip_begin;
  const char* gzip_end;
  bool is_immutable;
};

#include "embedded_assets.inc"

http::SharedText text_between(const char* begin, const char* end) {
  return http::share(std::string(begin, end));
}

std::vector<Asset> load() {
  std::vector<Asset> out;
  out.reserve(kEmbedded.size());
  for (const Embedded& row : kEmbedded) {
    out.push_back({row.path, row.content_type, text_between(row.begin, row.end),
                   text_between(row.gzip_begin, row.gzip_end), row.is_immutable});
  }
  return out;
}

}  // namespace

const Asset* find_asset(std::string_view path) {
  static const std::vector<Asset> kAssets = load();
  const auto found = std::ranges::find(kAssets, path, &Asset::path);
  return found == kAssets.end() ? nullptr : &*found;
}

}  // namespace plumbline::server
