// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zlib.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::http {

/// Inflates one gzip member piece by piece, and stops where it grows beyond its bounds.
class Inflater {
 public:
  struct Bounds {
    /// Largest text, in bytes.
    std::size_t most;
    /// Largest ratio of text to what was read, looked at beyond kFreeText; 0 for none.
    std::size_t ratio;
  };
  /// Below this size any ratio is harmless.
  static constexpr std::size_t kFreeText = 64UL * 1024;

  explicit Inflater(Bounds bounds);

  /// Appends the text of a further piece to `text`.
  /// @error SyntaxError, BodyTooLarge
  Result<void> feed(std::string_view piece, std::string& text);
  /// The whole member was read.
  bool complete() const { return complete_; }

 private:
  struct Ending {
    void operator()(z_stream* stream) const;
  };
  Bounds bounds_;
  std::size_t read_ = 0;
  bool complete_ = false;
  std::unique_ptr<z_stream, Ending> stream_;
};

}  // namespace plumbline::http
