// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "plumbline/vault/key.hpp"
#include "plumbline/vault/passphrase.hpp"
#include "plumbline/vault/token.hpp"

namespace plumbline::vault {
namespace {

Key counting_key(std::uint8_t first) {
  std::array<std::uint8_t, kKeyBytes> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(first + i);
  return Key::of(bytes);
}

const Context kContext{"anna", "entry", "7"};

TEST(Seal, OpensAgain_WithTheSameKeyAndContext) {
  const Key key = Key::random();
  for (const std::string& text : {std::string(), std::string("a"), std::string(100000, 'x')}) {
    const std::string sealed = seal(key, kContext, text);
    EXPECT_EQ(sealed.size(), text.size() + kSealOverhead);
    const Result<std::string> opened = open(key, kContext, sealed);
    ASSERT_TRUE(opened);
    EXPECT_EQ(*opened, text);
  }
}

TEST(Seal, TwiceTheSame_GivesOtherBytes_BecauseOfTheNonce) {
  const Key key = Key::random();
  EXPECT_NE(seal(key, kContext, "same"), seal(key, kContext, "same"));
}

TEST(Open, AnyByteChanged_IsRefused_AtEveryPlace) {
  const Key key = Key::random();
  const std::string sealed = seal(key, kContext, "back pain since Monday");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    ASSERT_FALSE(open(key, kContext, changed)) << i;
    ASSERT_FALSE(open(key, kContext, sealed.substr(0, i))) << i;
  }
  EXPECT_FALSE(open(key, kContext, sealed + "x"));
}

TEST(Open, OtherContext_IsRefused_AlsoWhereTheWordsJoinToTheSame) {
  const Key key = Key::random();
  const std::string sealed = seal(key, {"ab", "c", "d"}, "text");
  EXPECT_TRUE(open(key, {"ab", "c", "d"}, sealed));
  EXPECT_FALSE(open(key, {"a", "bc", "d"}, sealed));
  EXPECT_FALSE(open(key, {"ab", "cd", ""}, sealed));
  EXPECT_FALSE(open(key, {"ab", "c", "e"}, sealed));
  const Result<std::string> other = open(Key::random(), {"ab", "c", "d"}, sealed);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::Sealed);
}

TEST(Digest, DependsOn_TextAndKey) {
  const Key key = counting_key(1);
  EXPECT_EQ(digest(key, "text"), digest(key, "text"));
  EXPECT_NE(digest(key, "text"), digest(key, "texu"));
  EXPECT_NE(digest(key, "text"), digest(counting_key(2), "text"));
}

// Oracle: reference, another implementation (Python's hashlib.blake2b):
// sub = blake2b(b"", digest_size=32, key=bytes(range(1,33)),
// salt=(1).to_bytes(8,"little")+bytes(8),
//               person=b"plumblin"+bytes(8)); blake2b(b"text", digest_size=16, key=sub.digest())
TEST(Digest, OfKnownKey_IsTheOneOfAnotherImplementation) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const std::uint8_t byte : digest(counting_key(1), "text")) {
    hex.push_back(kDigits[byte >> 4]);
    hex.push_back(kDigits[byte & 15]);
  }
  EXPECT_EQ(hex, "bc967f30fcd06b5845637d86dc00f706");
}

TEST(RandomToken, Has43Letters_AndNeverRepeats) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string token = random_token();
    ASSERT_EQ(token.size(), 43U);
    ASSERT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-_"),
              std::string::npos);
    ASSERT_TRUE(seen.insert(token).second);
  }
}

TEST(RandomUuid, IsOfVersionFour_AndNeverRepeats) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = random_uuid();
    ASSERT_EQ(id.size(), 36U);
    ASSERT_EQ(id[14], '4');
    ASSERT_NE(std::string("89ab").find(id[19]), std::string::npos);
    ASSERT_TRUE(seen.insert(id).second);
  }
}

TEST(Fingerprint, OfTokens_TellsThemApart) {
  EXPECT_EQ(fingerprint("one"), fingerprint("one"));
  EXPECT_NE(fingerprint("one"), fingerprint("two"));
}

TEST(SameSecret, Compares_LengthAndBytes) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
  EXPECT_TRUE(same_secret("", ""));
}

TEST(Passphrase, Right_IsTaken_WrongIsNot) {
  const Result<std::string> hash = hash_passphrase("correct horse");
  ASSERT_TRUE(hash);
  EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << *hash;
  EXPECT_TRUE(verify_passphrase(*hash, "correct horse"));
  EXPECT_FALSE(verify_passphrase(*hash, "correct horsf"));
  EXPECT_FALSE(verify_passphrase(*hash, ""));
  EXPECT_NE(*hash, *hash_passphrase("correct horse"));
  EXPECT_FALSE(needs_new_hash(*hash));
}

TEST(Passphrase, OfBadLengthOrHash_IsRefused) {
  EXPECT_EQ(hash_passphrase("").error().code, ErrorCode::OutOfRange);
  EXPECT_TRUE(hash_passphrase(std::string(kLongestPassphrase, 'x')));
  EXPECT_FALSE(hash_passphrase(std::string(kLongestPassphrase + 1, 'x')));
  EXPECT_FALSE(verify_passphrase("not a hash", "x"));
  EXPECT_FALSE(verify_passphrase(std::string(5000, '$'), "x"));
  EXPECT_TRUE(needs_new_hash("$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA"));
}

}  // namespace
}  // namespace plumbline::vault
