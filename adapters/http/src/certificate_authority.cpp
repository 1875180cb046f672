// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/certificate_authority.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <openssl/sha.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "x509.hpp"

namespace plumbline::http {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kRenewBefore{24L * 30};
constexpr std::array<std::string_view, 4> kHouseDomains = {"local", "lan", "home.arpa", "internal"};
/// Loopback, private, link-local and shared ranges (RFC 1122, 1918, 3927, 6598).
constexpr std::array<std::string_view, 6> kHouseIpv4 = {
    "127.0.0.0/255.0.0.0",     "10.0.0.0/255.0.0.0",      "172.16.0.0/255.240.0.0",
    "192.168.0.0/255.255.0.0", "169.254.0.0/255.255.0.0", "100.64.0.0/255.192.0.0"};
/// Loopback, unique local, link-local (RFC 4291, 4193).
constexpr std::array<std::string_view, 3> kHouseIpv6 = {
    "0:0:0:0:0:0:0:1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "fc00:0:0:0:0:0:0:0/fe00:0:0:0:0:0:0:0", "fe80:0:0:0:0:0:0:0/ffc0:0:0:0:0:0:0:0"};

std::unexpected<Error> unreadable(const fs::path& path, std::string_view what) {
  return fail(ErrorCode::Unreadable, path.string(), std::string(what));
}

std::unexpected<Error> damaged(const fs::path& path, const Error& error) {
  return fail(ErrorCode::BadCertificate, path.string(), error.message);
}

/// A file that only its owner may read.
Result<std::string> read_private(const fs::path& path) {
  struct stat state{};
  if (::stat(path.c_str(), &state) != 0) {
    return unreadable(path, std::strerror(errno));
  }
  if ((state.st_mode & 077U) != 0) {
    return unreadable(path, "others can read it; expected mode 0600");
  }
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) {
    return unreadable(path, "cannot be read");
  }
  return text;
}

bool write_whole(int file, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(file, text.data(), text.size());
    if (written <= 0) {
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0;
}

/// Replaces a file in one step.
Result<void> write_private(const fs::path& path, std::string_view text) {
  const fs::path fresh = path.string() + ".new";
  ::unlink(fresh.c_str());
  const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    return unreadable(fresh, std::strerror(errno));
  }
  const bool written = write_whole(file, text);
  ::close(file);
  if (!written || ::rename(fresh.c_str(), path.c_str()) != 0) {
    return unreadable(path, std::strerror(errno));
  }
  return {};
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code code;
  fs::create_directories(folder, code);
  if (!code) {
    fs::permissions(folder, fs::perms::owner_all, code);
  }
  if (code) {
    return unreadable(folder, code.message());
  }
  return {};
}

Result<Identity> read_identity(const fs::path& certificate_file, const fs::path& key_file) {
  const auto certificate_text = read_private(certificate_file);
  const auto key_text = read_private(key_file);
  if (!certificate_text || !key_text) {
    return std::unexpected(certificate_text ? key_text.error() : certificate_text.error());
  }
  auto certificate = read_certificate_pem(*certificate_text);
  if (!certificate) {
    return damaged(certificate_file, certificate.error());
  }
  auto key = read_key_pem(*key_text);
  if (!key) {
    return damaged(key_file, key.error());
  }
  if (X509_check_private_key(certificate->get(), key->get()) != 1) {
    return fail(ErrorCode::BadCertificate, key_file.string(),
                "does not belong to the certificate beside it");
  }
  return Identity{std::move(*certificate), std::move(*key)};
}

Result<void> write_identity(const Identity& identity, const std::string& chain_end,
                            const fs::path& certificate_file, const fs::path& key_file) {
  const auto certificate = write_certificate_pem(identity.certificate.get());
  const auto key = write_key_pem(identity.key.get());
  if (!certificate || !key) {
    return std::unexpected(certificate ? key.error() : certificate.error());
  }
  if (auto written = write_private(key_file, *key); !written) {
    return written;
  }
  return write_private(certificate_file, *certificate + chain_end);
}

/// Names go into a configuration text of OpenSSL: nothing but host characters may.
bool is_host_name(std::string_view name) {
  return !name.empty() && name.size() <= 253 && name.front() != '.' && name.front() != '-' &&
         std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
         });
}

bool is_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return ::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

std::string normal_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  std::array<char, INET6_ADDRSTRLEN> normal{};
  for (const int family : {AF_INET, AF_INET6}) {
    if (::inet_pton(family, text.c_str(), bytes.data()) == 1 &&
        ::inet_ntop(family, bytes.data(), normal.data(), normal.size()) != nullptr) {
      return normal.data();
    }
  }
  return text;
}

std::string constraints_for(const std::vector<std::string>& names) {
  std::string text = "permitted;DNS:localhost";
  const auto add = [&text](std::string_view kind, std::string_view value) {
    text.append(",permitted;").append(kind).append(":").append(value);
  };
  for (const auto domain : kHouseDomains) {
    add("DNS", domain);
  }
  for (const auto& name : names) {
    add("DNS", name);
  }
  for (const auto range : kHouseIpv4) {
    add("IP", range);
  }
  for (const auto range : kHouseIpv6) {
    add("IP", range);
  }
  return text;
}

Result<Identity> make_new_authority(const fs::path& folder, const std::vector<std::string>& names,
                                    SystemTime now) {
  for (const auto& name : names) {
    if (!is_host_name(name) || is_address(name)) {
      return fail(ErrorCode::OutOfRange, name, "expected a host name in lower case");
    }
  }
  auto made = make_authority(constraints_for(names), now);
  if (!made) {
    return made;
  }
  if (auto written = write_identity(*made, "", folder / "ca.crt", folder / "ca.key"); !written) {
    return std::unexpected(written.error());
  }
  return made;
}

/// A certificate that is kept: signed by this authority, long enough, and for exactly these hosts.
bool is_good_enough(const Identity& server, const Identity& authority,
                    std::vector<std::string> hosts, SystemTime now) {
  auto held = hosts_of(server.certificate.get());
  std::ranges::sort(held);
  std::ranges::sort(hosts);
  const auto end = end_of(server.certificate.get());
  return held == hosts && end && *end - now >= kRenewBefore &&
         X509_verify(server.certificate.get(), authority.key.get()) == 1;
}

/// Whether the authority's constraints let it sign this: phones would refuse it otherwise.
bool may_sign(const Identity& authority, const Identity& server) {
  const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(),
                                                                      &X509_STORE_free);
  const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(
      X509_STORE_CTX_new(), &X509_STORE_CTX_free);
  if (!store || !context || X509_STORE_add_cert(store.get(), authority.certificate.get()) != 1 ||
      X509_STORE_CTX_init(context.get(), store.get(), server.certificate.get(), nullptr) != 1) {
    return false;
  }
  // Times are judged elsewhere, with a clock that is given.
  X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_NO_CHECK_TIME);
  return X509_verify_cert(context.get()) == 1;
}

Result<std::string> alternative_names(const std::vector<std::string>& hosts) {
  std::string names;
  for (const auto& host : hosts) {
    const bool address = is_address(host);
    if (!address && !is_host_name(host)) {
      return fail(ErrorCode::OutOfRange, host, "expected a host name in lower case or an address");
    }
    names += (names.empty() ? "" : ",") + std::string(address ? "IP:" : "DNS:") + host;
  }
  return names;
}

}  // namespace

Result<CertificateAuthority> CertificateAuthority::open_or_make(
    const fs::path& folder, const std::vector<std::string>& names, Time now) {
  if (auto made = make_folder(folder); !made) {
    return std::unexpected(made.error());
  }
  std::error_code ignored;
  const bool is_new =
      !fs::exists(folder / "ca.crt", ignored) && !fs::exists(folder / "ca.key", ignored);
  auto authority = is_new ? make_new_authority(folder, names, now)
                          : read_identity(folder / "ca.crt", folder / "ca.key");
  if (!authority) {
    return std::unexpected(authority.error());
  }
  const auto end = end_of(authority->certificate.get());
  if (!end || *end <= now) {
    return fail(ErrorCode::BadCertificate, (folder / "ca.crt").string(),
                "has run out; move the folder away to make a new one, and trust that anew");
  }
  auto pem = write_certificate_pem(authority->certificate.get());
  auto der = write_certificate_der(authority->certificate.get());
  if (!pem || !der) {
    return std::unexpected(pem ? der.error() : pem.error());
  }
  return CertificateAuthority(folder, std::move(*pem), std::move(*der));
}

Result<TlsFiles> CertificateAuthority::ensure_server_certificate(
    const std::vector<std::string>& hosts, Time now) const {
  TlsFiles files{.certificate = (folder_ / "server.crt").string(),
                 .key = (folder_ / "server.key").string()};
  auto authority = read_identity(folder_ / "ca.crt", folder_ / "ca.key");
  if (!authority) {
    return std::unexpected(authority.error());
  }
  if (hosts.empty()) {
    return fail(ErrorCode::OutOfRange, "", "expected at least one host");
  }
  std::vector<std::string> wanted;
  std::ranges::transform(hosts, std::back_inserter(wanted), normal_address);
  std::ranges::sort(wanted);
  wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
  if (const auto kept = read_identity(files.certificate, files.key);
      kept && is_good_enough(*kept, *authority, wanted, now)) {
    return files;
  }
  const auto names = alternative_names(wanted);
  if (!names) {
    return std::unexpected(names.error());
  }
  const auto server = make_server_identity(*authority, *names, now);
  if (!server) {
    return std::unexpected(server.error());
  }
  if (!may_sign(*authority, *server)) {
    return fail(ErrorCode::OutOfRange, *names,
                "the certificate authority of this house signs only names and addresses in it");
  }
  if (auto written = write_identity(*server, pem_, files.certificate, files.key); !written) {
    return std::unexpected(written.error());
  }
  return files;
}

std::string CertificateAuthority::fingerprint() const {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(der_.data()), der_.size(), digest.data());
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (const unsigned char byte : digest) {
    text += text.empty() ? "" : ":";
    text.push_back(kDigits[byte >> 4U]);
    text.push_back(kDigits[byte & 0xfU]);
  }
  return text;
}

}  // namespace plumbline::http
