// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "plumbline/foundation/error.hpp"

namespace plumbline::http {

struct Freeing {
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Certificate = std::unique_ptr<X509, Freeing>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Freeing>;

/// A certificate and its key.
struct Identity {
  Certificate certificate;
  PrivateKey key;
};

using SystemTime = std::chrono::system_clock::time_point;

/// A new EC P-256 key.
/// @error BadCertificate  OpenSSL refuses, with its words (also of the functions below)
Result<PrivateKey> make_key();
/// A self-signed authority that may sign servers with these name and address constraints
/// (OpenSSL's nameConstraints syntax).
Result<Identity> make_authority(const std::string& constraints, SystemTime now);
/// A server certificate; `names` in OpenSSL's subjectAltName syntax.
Result<Identity> make_server_identity(const Identity& authority, const std::string& names,
                                      SystemTime now);

Result<std::string> write_certificate_pem(X509* certificate);
Result<std::string> write_certificate_der(X509* certificate);
Result<std::string> write_key_pem(EVP_PKEY* key);
Result<Certificate> read_certificate_pem(const std::string& text);
Result<PrivateKey> read_key_pem(const std::string& text);

/// Last moment at which a certificate holds.
Result<SystemTime> end_of(X509* certificate);
/// Host names and addresses of its subjectAltName, addresses in text form.
std::vector<std::string> hosts_of(X509* certificate);

}  // namespace plumbline::http
