// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "x509.hpp"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <utility>

#include "tls_context.hpp"

namespace plumbline::http {

namespace {

using std::chrono::hours;
using std::chrono::system_clock;

/// @source engineering choice: phones are asked to trust it once in ten years
constexpr hours kAuthorityLife{24L * 3652};
/// @source CA/Browser Forum Baseline Requirements 6.3.2: at most 398 days; phones refuse more
constexpr hours kServerLife{24L * 397};
/// Not a host: clients look at the alternative names, and name constraints would judge a host here.
constexpr const char* kServerName = "Plumbline server";
/// Clocks of phones are not exact.
constexpr hours kBackdated{24};

struct Ending {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
  void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};
using Memory = std::unique_ptr<BIO, Ending>;

std::unexpected<Error> fault() { return fail(ErrorCode::BadCertificate, "", newest_tls_fault()); }

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const auto size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Memory memory_of(const std::string& text) {
  return Memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

bool add_extension(X509* certificate, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Ending> extension(
      X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// 127 random bits: RFC 5280 wants positive serial numbers.
bool set_serial(X509* certificate) {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    return false;
  }
  bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7fU) | 0x40U);
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
      BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr), &BN_free);
  return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_times(X509* certificate, SystemTime now, hours life) {
  const auto from = system_clock::to_time_t(now - kBackdated);
  const auto to = system_clock::to_time_t(now - kBackdated + life);
  return ASN1_TIME_set(X509_getm_notBefore(certificate), from) != nullptr &&
         ASN1_TIME_set(X509_getm_notAfter(certificate), to) != nullptr;
}

bool set_name(X509* certificate, const std::string& name) {
  auto* subject = X509_get_subject_name(certificate);
  const auto add = [&](const char* field, const std::string& value) {
    return X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(value.data()),
                                      static_cast<int>(value.size()), -1, 0) == 1;
  };
  return add("O", "Plumbline") && add("CN", name);
}

/// A certificate without extensions and signature.
Result<Identity> make_draft(const std::string& name, SystemTime now, hours life) {
  auto key = make_key();
  if (!key) {
    return std::unexpected(key.error());
  }
  Identity draft{Certificate(X509_new()), std::move(*key)};
  auto* certificate = draft.certificate.get();
  if (certificate == nullptr || X509_set_version(certificate, 2) != 1 || !set_serial(certificate) ||
      !set_times(certificate, now, life) || !set_name(certificate, name) ||
      X509_set_pubkey(certificate, draft.key.get()) != 1) {
    return fault();
  }
  return draft;
}

std::string address_text(const ASN1_OCTET_STRING* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const int family = ASN1_STRING_length(address) == 4 ? AF_INET : AF_INET6;
  const auto* found = inet_ntop(family, ASN1_STRING_get0_data(address), text.data(), text.size());
  return found == nullptr ? "" : found;
}

}  // namespace

Result<PrivateKey> make_key() {
  PrivateKey key(EVP_EC_gen("P-256"));
  if (!key) {
    return fault();
  }
  return key;
}

Result<Identity> make_authority(const std::string& constraints, SystemTime now) {
  auto made = make_draft("Plumbline at home", now, kAuthorityLife);
  if (!made) {
    return made;
  }
  auto* certificate = made->certificate.get();
  const bool done =
      X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) == 1 &&
      add_extension(certificate, certificate, NID_basic_constraints,
                    "critical,CA:TRUE,pathlen:0") &&
      add_extension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign") &&
      add_extension(certificate, certificate, NID_subject_key_identifier, "hash") &&
      add_extension(certificate, certificate, NID_name_constraints, "critical," + constraints) &&
      X509_sign(certificate, made->key.get(), EVP_sha256()) > 0;
  if (!done) {
    return fault();
  }
  return made;
}

Result<Identity> make_server_identity(const Identity& authority, const std::string& names,
                                      SystemTime now) {
  auto made = make_draft(kServerName, now, kServerLife);
  if (!made) {
    return made;
  }
  auto* certificate = made->certificate.get();
  auto* issuer = authority.certificate.get();
  const bool done =
      X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 &&
      add_extension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
      add_extension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
      add_extension(certificate, issuer, NID_ext_key_usage, "serverAuth") &&
      add_extension(certificate, issuer, NID_subject_key_identifier, "hash") &&
      add_extension(certificate, issuer, NID_authority_key_identifier, "keyid:always") &&
      add_extension(certificate, issuer, NID_subject_alt_name, names) &&
      X509_sign(certificate, authority.key.get(), EVP_sha256()) > 0;
  if (!done) {
    return fault();
  }
  return made;
}

Result<std::string> write_certificate_pem(X509* certificate) {
  const Memory memory(BIO_new(BIO_s_mem()));
  if (!memory || PEM_write_bio_X509(memory.get(), certificate) != 1) {
    return fault();
  }
  return text_of(memory.get());
}

Result<std::string> write_certificate_der(X509* certificate) {
  const Memory memory(BIO_new(BIO_s_mem()));
  if (!memory || i2d_X509_bio(memory.get(), certificate) != 1) {
    return fault();
  }
  return text_of(memory.get());
}

Result<std::string> write_key_pem(EVP_PKEY* key) {
  const Memory memory(BIO_new(BIO_s_secmem()));
  if (!memory || PEM_write_bio_PKCS8PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr,
                                               nullptr) != 1) {
    return fault();
  }
  return text_of(memory.get());
}

Result<Certificate> read_certificate_pem(const std::string& text) {
  const auto memory = memory_of(text);
  Certificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
  if (!certificate) {
    return fault();
  }
  return certificate;
}

Result<PrivateKey> read_key_pem(const std::string& text) {
  const auto memory = memory_of(text);
  PrivateKey key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
  if (!key) {
    return fault();
  }
  return key;
}

Result<SystemTime> end_of(X509* certificate) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) != 1) {
    return fault();
  }
  return system_clock::from_time_t(timegm(&parts));
}

std::vector<std::string> hosts_of(X509* certificate) {
  std::vector<std::string> hosts;
  const std::unique_ptr<GENERAL_NAMES, Ending> names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    const auto* name = sk_GENERAL_NAME_value(names.get(), i);
    if (name->type == GEN_DNS) {
      const auto* text = name->d.dNSName;
      hosts.emplace_back(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                         static_cast<std::size_t>(ASN1_STRING_length(text)));
    } else if (name->type == GEN_IPADD) {
      hosts.push_back(address_text(name->d.iPAddress));
    }
  }
  return hosts;
}

}  // namespace plumbline::http
