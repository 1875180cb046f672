// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "../adapters/http/src/request_reader.hpp"
#include "fuzz_input.hpp"

namespace {

using namespace plumbline;
using http::RequestReader;

/// What a reader makes of all that is in a text, request after request.
std::string read_all(std::string_view text, std::size_t piece) {
  static const http::ServerOptions options = [] {
    http::ServerOptions made;
    made.limits.header = 2048;
    made.limits.url = 512;
    made.limits.body = 4096;
    return made;
  }();
  RequestReader reader(options);
  std::string told;
  std::string waiting;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    waiting += text.substr(at, piece);
    while (true) {
      const auto used = reader.feed(waiting);
      PLUMBLINE_REQUIRE(used <= waiting.size());
      waiting.erase(0, used);
      if (reader.state() == RequestReader::State::Refused) {
        return told;  // sooner or later, by what had come of the head
      }
      if (reader.state() != RequestReader::State::Complete) {
        break;
      }
      const auto& request = reader.request();
      PLUMBLINE_REQUIRE(request.path.starts_with('/') &&
                        request.path.find('\0') == std::string::npos);
      PLUMBLINE_REQUIRE((request.path + "/").find("/../") == std::string::npos);
      PLUMBLINE_REQUIRE(request.host == "localhost" || request.host == "127.0.0.1" ||
                        request.host == "[::1]");
      PLUMBLINE_REQUIRE(request.body.size() <= options.limits.body && !request.headers.broken());
      told +=
          request.path + "?" + request.query + "\n" + request.headers.text() + request.body + "\n";
      (void)request.cookie("session");
      (void)request.query_value("after");
      (void)request.accepts_gzip();
      reader.reset();
    }
  }
  return told;
}

}  // namespace

// A text holds the same requests however it is cut into pieces.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) {
    return 0;
  }
  const auto text = fuzz::text_of(data + 1, size - 1);
  const std::size_t piece = 1 + data[0] % 64U;
  PLUMBLINE_REQUIRE(read_all(text, piece) == read_all(text, text.size()));
  return 0;
}
