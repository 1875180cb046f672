// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "input.hpp"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace plumbline::cli {
namespace {

/// @source engineering choice: a year of a person's journal is a few megabytes
constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

bool is_gzip(const std::string& bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

Result<std::string> unpack(const std::string& bytes, const std::string& name) {
  z_stream stream{};
  // 16: expect a gzip header.
  if (inflateInit2(&stream, 15 + 16) != Z_OK) {
    return fail(ErrorCode::Unreadable, name, "the decompressor did not start");
  }
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, 65536> buffer{};
  int status = Z_OK;
  while (status == Z_OK && out.size() < kMostBytes) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    if (status == Z_BUF_ERROR) break;
  }
  const bool more = stream.avail_in > 0;
  inflateEnd(&stream);
  if (status == Z_STREAM_END && more) {
    return fail(ErrorCode::Unreadable, name, "expected the end of the file after the gzip data");
  }
  if (status != Z_STREAM_END && out.size() >= kMostBytes) {
    return fail(ErrorCode::Unreadable, name,
                "expected at most " + std::to_string(kMostBytes) + " bytes when unpacked");
  }
  if (status != Z_STREAM_END) {
    return fail(ErrorCode::Unreadable, name,
                "expected a whole gzip file, it is damaged or cut off");
  }
  return out;
}

}  // namespace

namespace {

Result<std::string> read_all(std::FILE* stream, const std::string& name) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  std::size_t count = 0;
  while ((count = std::fread(buffer.data(), 1, buffer.size(), stream)) > 0) {
    bytes.append(buffer.data(), count);
    if (bytes.size() > kMostBytes) {
      return fail(ErrorCode::Unreadable, name,
                  "expected at most " + std::to_string(kMostBytes) + " bytes, the file has more");
    }
  }
  if (std::ferror(stream) != 0) {
    return fail(ErrorCode::Unreadable, name,
                std::string("the file cannot be read: ") + std::strerror(errno));
  }
  return bytes;
}

Result<std::string> read_file(const std::string& file) {
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown)) {
    return fail(ErrorCode::Unreadable, file, "expected a file, found a folder");
  }
  std::FILE* stream = std::fopen(file.c_str(), "rb");
  if (stream == nullptr) {
    return fail(ErrorCode::Unreadable, file,
                std::string("the file cannot be opened: ") + std::strerror(errno));
  }
  Result<std::string> bytes = read_all(stream, file);
  std::fclose(stream);
  return bytes;
}

}  // namespace

Result<std::string> read_input(const std::string& file) {
  const bool from_stdin = file.empty() || file == "-";
  Result<std::string> bytes = from_stdin ? read_all(stdin, "standard input") : read_file(file);
  if (bytes && is_gzip(*bytes)) return unpack(*bytes, from_stdin ? "standard input" : file);
  return bytes;
}

}  // namespace plumbline::cli
