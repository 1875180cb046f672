// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/ssl.h>

#include <memory>

#include "plumbline/foundation/error.hpp"
#include "plumbline/http/server_options.hpp"

namespace plumbline::http {

using TlsContext = std::shared_ptr<SSL_CTX>;

/// What a TLS server needs, TLS 1.2 and 1.3 with forward secrecy only.
/// @error BadCertificate  the files cannot be read or do not belong together
Result<TlsContext> make_tls_context(const TlsFiles& files);

/// The newest message of OpenSSL's error queue, which is emptied.
std::string newest_tls_fault();

}  // namespace plumbline::http
