// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "plumbline/http/gzip.hpp"
#include "plumbline/http/headers.hpp"
#include "plumbline/http/rate_limit.hpp"

namespace plumbline::http {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Headers_Lines, AreFoundWithoutCase) {
  Headers headers;
  EXPECT_TRUE(headers.add("Content-Type", "text/html"));
  EXPECT_TRUE(headers.add("X", "  1\t"));
  EXPECT_TRUE(headers.add("x", "2"));
  EXPECT_EQ(headers.find("content-TYPE"), "text/html");
  EXPECT_EQ(headers.find("Content"), std::nullopt);
  EXPECT_EQ(headers.find("X"), "1");
  EXPECT_EQ(headers.count("X"), 2U);
}

TEST(Headers_Faults, AreKeptOutAndRemembered) {
  for (const auto* value : {"a\r\nb", "a\nb", "a\rb", "\x7f"}) {
    Headers headers;
    EXPECT_FALSE(headers.add("A", value));
    EXPECT_TRUE(headers.broken());
    EXPECT_TRUE(headers.empty());
  }
  Headers headers;
  EXPECT_FALSE(headers.add("A", std::string("a\0b", 3)));
  for (const auto* name : {"", "A B", "A:", "A\r\n", "\xc3\xa4"}) {
    EXPECT_FALSE(headers.add(name, "x")) << name;
  }
}

TEST(Headers_Tokens, AreWholeWords) {
  EXPECT_TRUE(has_token("keep-alive, Upgrade", "upgrade"));
  EXPECT_FALSE(has_token("keep-alive, Upgraded", "upgrade"));
  EXPECT_FALSE(has_token("", "upgrade"));
}

TEST(TokenBucket_Burst, ThenRate) {
  // Oracle: by hand. Three at once; half a second for each further one at two a second.
  const Rate rate{.per_second = 2, .burst = 3};
  const TokenBucket::Time start{seconds(1000)};
  TokenBucket bucket;
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(bucket.take(rate, start));
  }
  EXPECT_FALSE(bucket.take(rate, start));
  EXPECT_EQ(bucket.wait(rate, start), milliseconds(500));
  EXPECT_FALSE(bucket.take(rate, start + milliseconds(499)));
  EXPECT_TRUE(bucket.take(rate, start + milliseconds(500)));
  EXPECT_FALSE(bucket.take(rate, start + milliseconds(500)));
  EXPECT_FALSE(bucket.is_full(rate, start + milliseconds(1999)));
  EXPECT_TRUE(bucket.is_full(rate, start + milliseconds(2001)));
  EXPECT_FALSE(bucket.take(rate, start));  // a clock that goes back gives nothing
}

TEST(RateLimiter_ManyNames, StayBounded) {
  RateLimiter limiter(Rate{.per_second = 1, .burst = 2}, 3);
  const TokenBucket::Time start{seconds(1000)};
  EXPECT_TRUE(limiter.allow("a", start));
  EXPECT_TRUE(limiter.allow("a", start));
  EXPECT_FALSE(limiter.allow("a", start));
  EXPECT_EQ(limiter.wait("a", start), milliseconds(1000));
  EXPECT_TRUE(limiter.allow("b", start));
  EXPECT_TRUE(limiter.allow("c", start));
  EXPECT_FALSE(limiter.allow("d", start));
  EXPECT_TRUE(limiter.allow("d", start + seconds(1)));  // b and c are full again, a is not
  EXPECT_EQ(limiter.size(), 2U);
  limiter.forgive("a");
  EXPECT_TRUE(limiter.allow("a", start + seconds(1)));
  EXPECT_TRUE(limiter.allow("a", start + seconds(1)));
}

TEST(Gzip_RoundTrip, AndBounds) {
  for (const std::size_t size : {0, 1, 1000, 100'000}) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
      text.push_back(static_cast<char>(i * i % 251));
    }
    const auto packed = compress_gzip(text);
    EXPECT_EQ(inflate_gzip(packed, size).value(), text);
    if (size > 0) {
      EXPECT_EQ(inflate_gzip(packed, size - 1).error().code, ErrorCode::BodyTooLarge);
    }
    EXPECT_EQ(inflate_gzip(packed.substr(0, packed.size() - 3), size).error().code,
              ErrorCode::SyntaxError);
  }
}

}  // namespace
}  // namespace plumbline::http
