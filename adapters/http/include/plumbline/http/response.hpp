// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "plumbline/http/headers.hpp"

namespace plumbline::http {

/// Text that several responses can share without copying.
using SharedText = std::shared_ptr<const std::string>;

SharedText share(std::string text);

/// One answer. Content-Length, Date, Connection, Content-Encoding, Vary and the body of HEAD are
/// the server's business; do not set them here.
///
/// Text bodies of 1 KiB or more go out as gzip where the client takes it: `gzip_body` if given,
/// else compressed on the thread that replies (on the io thread only up to 256 KiB). An ETag must
/// therefore be a weak one (`W/"…"`).
struct Response {
  int status = 200;
  Headers headers;
  /// Null is an empty body. Shared: a cached text is never copied.
  SharedText body;
  /// The same body, gzip-compressed beforehand (see gzip.hpp), or null.
  SharedText gzip_body;
  /// False keeps a body uncompressed, for answers that mix secrets with what others chose.
  bool compressible = true;
  /// Ends the connection after this answer.
  bool close = false;
};

/// A response with a body and its content type.
Response make_response(int status, std::string_view content_type, std::string body);
Response make_response(int status, std::string_view content_type, SharedText body);

}  // namespace plumbline::http
