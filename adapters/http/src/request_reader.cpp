// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "request_reader.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <limits>
#include <utility>

#include "inflater.hpp"
#include "target.hpp"

namespace plumbline::http {

namespace {

namespace beast_http = boost::beast::http;
using BeastText = boost::beast::string_view;
using BeastError = boost::beast::error_code;

/// @source engineering choice: browsers send about 20 header lines
constexpr std::size_t kMostHeaderLines = 100;
/// @source engineering choice: nobody uses chunk extensions
constexpr std::size_t kMostChunkExtension = 64;

std::string_view view(BeastText text) { return {text.data(), text.size()}; }

std::optional<Method> method_of(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(Method::Options); ++i) {
    if (name_of(static_cast<Method>(i)) == word) {
      return static_cast<Method>(i);
    }
  }
  return std::nullopt;
}

bool is_loopback_name(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

Error error_of(const BeastError& code) {
  if (code == beast_http::error::header_limit) {
    return {ErrorCode::HeaderTooLarge, "", "the header is larger than allowed"};
  }
  if (code == beast_http::error::bad_version) {
    return {ErrorCode::UnsupportedVersion, "", "expected HTTP/1.1"};
  }
  return {ErrorCode::BadRequest, "", "not well-formed HTTP: " + code.message()};
}

}  // namespace

/// One message. Beast's parser does the grammar; what it calls here checks meaning and limits.
class RequestReader::Parser final : public beast_http::basic_parser<true> {
 public:
  explicit Parser(const ServerOptions& options) : options_(options) {
    header_limit(static_cast<std::uint32_t>(options.limits.header));
    body_limit(boost::none);
    eager(true);
  }

  std::size_t read(std::string_view bytes) {
    BeastError code;
    const auto used = put({bytes.data(), bytes.size()}, code);
    if (code == beast_http::error::header_limit && first_line_is_long(bytes)) {
      refuse(ErrorCode::UrlTooLong, "the address is longer than allowed");
    } else if (code && code != beast_http::error::need_more && !refusal) {
      refusal = error_of(code);
    }
    // The limit holds for the whole header, however it arrives.
    if (!refusal && !is_header_done()) {
      check_partial_header(bytes.substr(used));
    } else if (!refusal && !is_done() && bytes.size() - used > options_.limits.header) {
      refuse(ErrorCode::HeaderTooLarge, "the head of a chunk or the trailer is too large");
    }
    return used;
  }

  void refuse(ErrorCode code, std::string message) {
    refusal = Error{code, "", std::move(message)};
  }

  Request request;
  std::string target;
  std::optional<Error> refusal;
  bool wants_continue = false;
  bool is_live = false;
  bool is_1_0 = false;
  bool begun = false;

 private:
  /// Longer than method, address and version may be.
  bool first_line_is_long(std::string_view bytes) const {
    constexpr std::size_t kMethodAndVersion = 32;
    return target.empty() &&
           std::min(bytes.find('\n'), bytes.size()) > options_.limits.url + kMethodAndVersion;
  }

  void check_partial_header(std::string_view rest) {
    if (first_line_is_long(rest)) {
      refuse(ErrorCode::UrlTooLong, "the address is longer than allowed");
    } else if (header_bytes_ + rest.size() > options_.limits.header) {
      refuse(ErrorCode::HeaderTooLarge, "the header is larger than allowed");
    }
  }

  /// Makes Beast stop where one of our checks failed.
  void stop_if_refused(BeastError& code) const {
    if (refusal) {
      code = beast_http::make_error_code(beast_http::error::bad_value);
    }
  }

  void on_request_impl(beast_http::verb /*known*/, BeastText method, BeastText address, int version,
                       BeastError& code) override {
    is_1_0 = version == 10;
    target = view(address);
    header_bytes_ += method.size() + address.size() + 12;
    if (const auto known = method_of(view(method))) {
      request.method = *known;
    } else if (method == "TRACE" || method == "CONNECT") {
      refuse(ErrorCode::MethodNotAllowed, "this method is not offered");
    } else {
      refuse(ErrorCode::UnknownMethod, "this method is not known");
    }
    if (target.size() > options_.limits.url) {
      refuse(ErrorCode::UrlTooLong, "the address is longer than allowed");
    }
    stop_if_refused(code);
  }

  void on_response_impl(int /*status*/, BeastText /*reason*/, int /*version*/,
                        BeastError& code) override {
    code = beast_http::make_error_code(beast_http::error::bad_method);
  }

  void on_field_impl(beast_http::field /*known*/, BeastText name, BeastText value,
                     BeastError& code) override {
    if (in_body_) {
      return;  // a trailer: read and forgotten
    }
    header_bytes_ += name.size() + value.size() + 4;
    if (++header_lines_ > kMostHeaderLines || header_bytes_ > options_.limits.header) {
      refuse(ErrorCode::HeaderTooLarge, "the header is larger than allowed");
    } else if (!request.headers.add(view(name), view(value))) {
      refuse(ErrorCode::BadRequest, "a header line holds characters that do not belong there");
    }
    stop_if_refused(code);
  }

  void on_header_impl(BeastError& code) override {
    check_framing();
    if (!refusal) {
      check_host_and_target();
    }
    if (!refusal) {
      check_wishes();
    }
    in_body_ = true;
    stop_if_refused(code);
  }

  /// What decides where the message ends must be said once and plainly, or a proxy before us could
  /// read it in another way.
  void check_framing() {
    const auto lengths = request.headers.count("Content-Length");
    const auto codings = request.headers.count("Transfer-Encoding");
    const auto length = request.header("Content-Length").value_or("0");
    const bool plain_length =
        !length.empty() && length.find_first_not_of("0123456789") == std::string_view::npos;
    if (lengths > 1 || codings > 1 || lengths + codings > 1 || !plain_length) {
      refuse(ErrorCode::BadRequest, "the length of the body is said in two ways or not plainly");
    } else if (codings == 1 &&
               (is_1_0 || !equal_without_case(*request.header("Transfer-Encoding"), "chunked"))) {
      refuse(ErrorCode::BadRequest, "the only transfer encoding is chunked");
    }
  }

  void check_host_and_target() {
    auto parsed = http::parse_target(target);
    if (!parsed) {
      refusal = parsed.error();
      return;
    }
    const auto named = request.header("Host");
    if (request.headers.count("Host") != 1) {
      refuse(ErrorCode::BadRequest, "expected one Host line");
      return;
    }
    if (!parsed->authority.empty() && !equal_without_case(parsed->authority, *named)) {
      refuse(ErrorCode::BadRequest, "the address and the Host line name different hosts");
      return;
    }
    const auto host = host_of_authority(*named);
    if (!host) {
      refuse(ErrorCode::BadRequest, "the Host line is not well formed");
      return;
    }
    request.authority = *named;
    request.host = *host;
    request.path = std::move(parsed->path);
    request.query = std::move(parsed->query);
    if (options_.host_allowed ? !options_.host_allowed(*host) : !is_loopback_name(*host)) {
      refuse(ErrorCode::WrongHost, "this server does not answer to that name");
    }
  }

  /// Expect, Upgrade, Content-Encoding and the size of the body.
  void check_wishes() {
    if (const auto expected = request.header("Expect"); expected && !is_1_0) {
      wants_continue = equal_without_case(*expected, "100-continue");
      if (!wants_continue) {
        refuse(ErrorCode::ExpectationFailed, "the only expectation is 100-continue");
        return;
      }
    }
    is_live = request.method == Method::Get && !is_1_0 &&
              has_token(request.header("Connection").value_or(""), "upgrade") &&
              has_token(request.header("Upgrade").value_or(""), "websocket");
    if (is_live && request.header("Sec-WebSocket-Version").value_or("") != "13") {
      refuse(ErrorCode::UpgradeRequired, "expected version 13 of the WebSocket protocol");
      return;
    }
    most_body_ = options_.body_limit ? options_.body_limit(request) : options_.limits.body;
    if (content_length().get_value_or(0) > most_body_) {
      refuse(ErrorCode::BodyTooLarge, "the body is larger than allowed");
      return;
    }
    check_coding();
  }

  void check_coding() {
    const auto coding = request.header("Content-Encoding");
    if (request.headers.count("Content-Encoding") > 1 ||
        (coding && !equal_without_case(*coding, "gzip") &&
         !equal_without_case(*coding, "identity"))) {
      refuse(ErrorCode::UnsupportedEncoding, "the only encoding of a body is gzip");
    } else if (coding && equal_without_case(*coding, "gzip")) {
      inflater_.emplace(
          Inflater::Bounds{.most = most_body_, .ratio = options_.limits.inflate_ratio});
    }
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length,
                         BeastError& /*code*/) override {
    // Room only for what may well come: a length costs the sender nothing.
    constexpr std::uint64_t kAtOnce = 16UL * 1024;
    request.body.reserve(std::min(length.get_value_or(0), kAtOnce));
  }

  std::size_t on_body_impl(BeastText piece, BeastError& code) override {
    received_ += piece.size();
    if (received_ > most_body_) {
      refuse(ErrorCode::BodyTooLarge, "the body is larger than allowed");
    } else if (!inflater_) {
      request.body.append(piece.data(), piece.size());
    } else if (const auto fed = inflater_->feed(view(piece), request.body); !fed) {
      refusal = fed.error().code == ErrorCode::SyntaxError
                    ? Error{ErrorCode::BadRequest, "", fed.error().message}
                    : fed.error();
    }
    stop_if_refused(code);
    return piece.size();
  }

  void on_chunk_header_impl(std::uint64_t size, BeastText extensions, BeastError& code) override {
    if (extensions.size() > kMostChunkExtension) {
      refuse(ErrorCode::BadRequest, "a chunk has too long an extension");
    } else if (size > most_body_ - std::min(received_, most_body_)) {
      refuse(ErrorCode::BodyTooLarge, "the body is larger than allowed");
    }
    stop_if_refused(code);
  }

  std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, BeastText piece,
                                 BeastError& code) override {
    return on_body_impl(piece, code);
  }

  void on_finish_impl(BeastError& code) override {
    const bool sent_something = received_ > 0;
    if (inflater_ && sent_something && !inflater_->complete()) {
      refuse(ErrorCode::BadRequest, "the gzip text is cut short");
    }
    stop_if_refused(code);
  }

  const ServerOptions& options_;
  std::optional<Inflater> inflater_;
  std::size_t header_bytes_ = 0;
  std::size_t header_lines_ = 0;
  std::size_t most_body_ = 0;
  std::size_t received_ = 0;
  bool in_body_ = false;
};

RequestReader::RequestReader(const ServerOptions& options)
    : options_(options), parser_(std::make_unique<Parser>(options)) {}

RequestReader::~RequestReader() = default;

std::size_t RequestReader::feed(std::string_view bytes) {
  std::size_t used = 0;
  // An empty line before a request is forgiven (RFC 9112 2.2).
  if (!parser_->begun && bytes.starts_with("\r\n")) {
    used = 2;
  }
  while (used < bytes.size() && (state() == State::Head || state() == State::Body)) {
    if (!parser_->begun && bytes.substr(used) == "\r") {
      break;
    }
    parser_->begun = true;
    const auto step = parser_->read(bytes.substr(used));
    used += step;
    if (step == 0) {
      break;
    }
  }
  return used;
}

RequestReader::State RequestReader::state() const {
  if (parser_->refusal) {
    return State::Refused;
  }
  if (parser_->is_done()) {
    return State::Complete;
  }
  return parser_->is_header_done() ? State::Body : State::Head;
}

bool RequestReader::begun() const { return parser_->begun; }
const Error& RequestReader::refusal() const { return *parser_->refusal; }
bool RequestReader::wants_continue() const { return parser_->wants_continue; }
bool RequestReader::keep_alive() const { return parser_->keep_alive(); }
bool RequestReader::is_http_1_0() const { return parser_->is_1_0; }
bool RequestReader::is_live() const { return parser_->is_live; }
std::string_view RequestReader::raw_target() const { return parser_->target; }
Request& RequestReader::request() { return parser_->request; }
void RequestReader::refuse(Error error) { parser_->refusal = std::move(error); }
void RequestReader::reset() { parser_ = std::make_unique<Parser>(options_); }

}  // namespace plumbline::http
