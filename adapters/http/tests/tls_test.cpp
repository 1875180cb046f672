// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "../src/x509.hpp"
#include "loopback.hpp"
#include "plumbline/http/certificate_authority.hpp"

namespace plumbline::http {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using testing::EchoHandler;
using testing::get;
using testing::milliseconds;
using testing::RawClient;
using testing::RunningServer;

const CertificateAuthority::Time kNow = std::chrono::system_clock::now();

class TlsTest : public ::testing::Test {
 protected:
  TlsTest() {
    std::string pattern = (fs::temp_directory_path() / "plumbline-tls-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~TlsTest() override { fs::remove_all(folder_); }

  CertificateAuthority open(CertificateAuthority::Time now = kNow) {
    return CertificateAuthority::open_or_make(folder_, {"pi"}, now).value();
  }
  ServerOptions secured() {
    ServerOptions options;
    options.tls = open().ensure_server_certificate({"localhost", "127.0.0.1"}, kNow).value();
    return options;
  }
  std::string text_of(const std::string& name) {
    std::ifstream file(folder_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fs::path folder_;
};

/// A TLS client that trusts one authority only.
class TlsClient {
 public:
  TlsClient(std::uint16_t port, const std::string& authority_file, const char* host,
            int newest = TLS1_3_VERSION)
      : raw_(port), context_(SSL_CTX_new(TLS_client_method())), ssl_(nullptr) {
    SSL_CTX_load_verify_locations(context_, authority_file.c_str(), nullptr);
    SSL_CTX_set_verify(context_, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_min_proto_version(context_, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context_, newest);
    SSL_CTX_set_cipher_list(context_, "ALL:@SECLEVEL=0");
    ssl_ = SSL_new(context_);
    SSL_set1_host(ssl_, host);
    SSL_set_fd(ssl_, raw_.descriptor());
    connected_ = SSL_connect(ssl_) == 1;
  }
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;
  ~TlsClient() {
    SSL_free(ssl_);
    SSL_CTX_free(context_);
  }
  bool connected() const { return connected_; }
  std::string version() const { return SSL_get_version(ssl_); }
  void send(const std::string& text) {
    SSL_write(ssl_, text.data(), static_cast<int>(text.size()));
  }
  /// Everything until the other side closes.
  std::string rest() {
    std::string text;
    char room[4096];
    int count = 0;
    while ((count = SSL_read(ssl_, room, sizeof(room))) > 0) {
      text.append(room, static_cast<std::size_t>(count));
    }
    return text;
  }

 private:
  RawClient raw_;
  SSL_CTX* context_;
  SSL* ssl_;
  bool connected_ = false;
};

TEST_F(TlsTest, Requests_AreServedOverTls12And13) {
  EchoHandler handler;
  handler.on_request = [](Request request, Reply reply) {
    reply(make_response(200, "text/plain",
                        (request.secure ? "secure " : "plain ") + std::string(200'000, 'x')));
  };
  RunningServer server(handler, secured());
  for (const int newest : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsClient client(server->port(), folder_ / "ca.crt", "localhost", newest);
    ASSERT_TRUE(client.connected());
    EXPECT_EQ(client.version(), newest == TLS1_2_VERSION ? "TLSv1.2" : "TLSv1.3");
    client.send(get("/a") + get("/b", "Connection: close\r\n"));
    const std::string text = client.rest();
    EXPECT_GT(text.size(), 400'000U);
    EXPECT_NE(text.find("secure x"), std::string::npos);
  }
}

TEST_F(TlsTest, OldVersionsAndOtherHosts_AreRefused) {
  EchoHandler handler;
  RunningServer server(handler, secured());
  EXPECT_FALSE(
      TlsClient(server->port(), folder_ / "ca.crt", "localhost", TLS1_1_VERSION).connected());
  EXPECT_FALSE(TlsClient(server->port(), folder_ / "ca.crt", "other.local").connected());
  EXPECT_TRUE(testing::eventually([&] { return server->counters().tls_failed >= 1; }));
}

TEST_F(TlsTest, PlainRequest_IsSentToHttps) {
  EchoHandler handler;
  RunningServer server(handler, secured());
  RawClient client(server->port());
  const auto answer = client.ask(get("/a?b=c"));
  EXPECT_EQ(answer.status, 308);
  EXPECT_TRUE(answer.has("Location: https://localhost/a?b=c\r\n"));
  EXPECT_TRUE(client.is_ended());
  EXPECT_EQ(RawClient(server->port()).ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").status,
            421);
}

TEST_F(TlsTest, StalledHandshake_IsClosed) {
  EchoHandler handler;
  auto options = secured();
  options.limits.header_time = milliseconds(100);
  RunningServer server(handler, options);
  RawClient silent(server->port());
  RawClient half(server->port());
  half.send("\x16\x03\x01");
  EXPECT_TRUE(silent.is_ended());
  EXPECT_TRUE(half.is_ended());
}

TEST_F(TlsTest, Reload_ServesTheNewCertificate) {
  EchoHandler handler;
  RunningServer server(handler, secured());
  EXPECT_FALSE(TlsClient(server->port(), folder_ / "ca.crt", "new.local").connected());
  ASSERT_TRUE(open().ensure_server_certificate({"new.local"}, kNow).has_value());
  EXPECT_TRUE(server->reload_tls().has_value());
  EXPECT_TRUE(testing::eventually(
      [&] { return TlsClient(server->port(), folder_ / "ca.crt", "new.local").connected(); }));
  std::ofstream(folder_ / "server.crt") << "damaged";
  EXPECT_EQ(server->reload_tls().error().code, ErrorCode::BadCertificate);
  EXPECT_TRUE(TlsClient(server->port(), folder_ / "ca.crt", "new.local").connected());
}

TEST_F(TlsTest, Authority_IsMadeOnceAndKept) {
  const auto first = open();
  const auto second = open();
  EXPECT_EQ(first.certificate_pem(), second.certificate_pem());
  EXPECT_EQ(first.fingerprint().size(), 95U);
  for (const auto* name : {"ca.crt", "ca.key"}) {
    struct stat state{};
    ::stat((folder_ / name).c_str(), &state);
    EXPECT_EQ(state.st_mode & 0777U, 0600U);
  }
  const auto certificate = read_certificate_pem(first.certificate_pem()).value();
  EXPECT_GT(*end_of(certificate.get()), kNow + hours(24 * 3640));
}

TEST_F(TlsTest, DamagedAuthority_IsAnErrorAndNotRemade) {
  (void)open();
  fs::permissions(folder_ / "ca.key", fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(CertificateAuthority::open_or_make(folder_, {}, kNow).error().code,
            ErrorCode::Unreadable);
  fs::remove(folder_ / "ca.key");
  EXPECT_EQ(CertificateAuthority::open_or_make(folder_, {}, kNow).error().code,
            ErrorCode::Unreadable);
  EXPECT_FALSE(fs::exists(folder_ / "ca.key"));
}

TEST_F(TlsTest, AuthorityThatRanOut_SaysSo) {
  (void)open();
  EXPECT_EQ(CertificateAuthority::open_or_make(folder_, {}, kNow + hours(24 * 3653)).error().code,
            ErrorCode::BadCertificate);
}

TEST_F(TlsTest, ServerCertificate_IsKeptUntilThirtyDaysBefore) {
  const auto authority = open();
  const std::vector<std::string> hosts = {"pi.local", "192.168.1.5", "fe80::1", "localhost"};
  ASSERT_TRUE(authority.ensure_server_certificate(hosts, kNow).has_value());
  const auto first = text_of("server.crt");
  // 397 days, from the day before: 396 are left; 366 days later 30 are.
  (void)authority.ensure_server_certificate(hosts, kNow + hours(24 * 365));
  EXPECT_EQ(text_of("server.crt"), first);
  (void)authority.ensure_server_certificate(hosts, kNow + hours(24 * 367));
  const auto second = text_of("server.crt");
  EXPECT_NE(second, first);
  (void)authority.ensure_server_certificate({"pi.local"}, kNow + hours(24 * 367));
  EXPECT_NE(text_of("server.crt"), second);
  const auto certificate = read_certificate_pem(text_of("server.crt")).value();
  EXPECT_EQ(hosts_of(certificate.get()), std::vector<std::string>{"pi.local"});
}

TEST_F(TlsTest, NamesOutsideTheHouse_AreNotSigned) {
  const auto authority = open();
  for (const auto* host : {"example.com", "8.8.8.8", "2001:db8::1", "evil.pi.example", "a,DNS:b",
                           "*.local\n", "172.32.0.1", ""}) {
    const auto made = authority.ensure_server_certificate({host}, kNow);
    ASSERT_FALSE(made.has_value()) << host;
    EXPECT_EQ(made.error().code, ErrorCode::OutOfRange) << host;
  }
  for (const auto* host :
       {"pi", "a.b.local", "box.lan", "x.home.arpa", "10.1.2.3", "172.31.0.1", "fd00::1", "::1"}) {
    EXPECT_TRUE(authority.ensure_server_certificate({host}, kNow).has_value()) << host;
  }
}

}  // namespace
}  // namespace plumbline::http
