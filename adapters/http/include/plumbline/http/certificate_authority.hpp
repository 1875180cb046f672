// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "plumbline/foundation/error.hpp"
#include "plumbline/http/server_options.hpp"

namespace plumbline::http {

/// The house's own certificate authority, so that phones at home can use HTTPS.
///
/// One folder (mode 0700) with `ca.crt`, `ca.key`, `server.crt` (chain) and `server.key`, each file
/// 0600. The CA (EC P-256, ten years) can sign servers only, no further authorities, and only for
/// the names and private addresses of a house: names ending in `.local`, `.lan`, `.home.arpa`,
/// `.internal` or equal to `localhost` or the names given when it was made, and IPv4 and IPv6
/// addresses that are loopback, link-local or private. So trusting it risks nothing on the
/// internet.
class CertificateAuthority {
 public:
  using Time = std::chrono::system_clock::time_point;

  /// Opens the folder's CA, or makes one. An incomplete or damaged one is an error, never remade:
  /// phones trust it.
  /// @param names extra host names that the CA may sign, for a new CA only
  /// @error BadCertificate  damaged, does not belong together, or has run out
  /// @error Unreadable      the folder cannot be read or written, or others can read the keys
  static Result<CertificateAuthority> open_or_make(const std::filesystem::path& folder,
                                                   const std::vector<std::string>& names, Time now);

  /// Makes sure of a server certificate for exactly these names and addresses: kept while it has
  /// more than 30 days left and names all of them, else a new one of 397 days.
  /// @param hosts host names, and IP addresses in text form
  /// @error OutOfRange  a host that the CA must not sign
  Result<TlsFiles> ensure_server_certificate(const std::vector<std::string>& hosts, Time now) const;

  /// The CA's certificate as PEM and as DER: what `/ca.crt` gives out (DER, for phones).
  const std::string& certificate_pem() const { return pem_; }
  const std::string& certificate_der() const { return der_; }
  /// SHA-256 of the DER, `AB:CD:…`: to be compared by eye.
  std::string fingerprint() const;

 private:
  CertificateAuthority(std::filesystem::path folder, std::string pem, std::string der)
      : folder_(std::move(folder)), pem_(std::move(pem)), der_(std::move(der)) {}

  std::filesystem::path folder_;
  std::string pem_;
  std::string der_;
};

}  // namespace plumbline::http
