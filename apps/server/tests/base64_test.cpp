// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/base64.hpp"

#include <gtest/gtest.h>

namespace plumbline::server {
namespace {

/// Oracle: the test vectors of RFC 4648, section 10.
TEST(Base64, VectorsOfTheStandard_BothWays) {
  const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(write_base64(bytes), text);
    const auto read = read_base64(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, bytes);
  }
}

TEST(Base64, EveryByte_ComesBack) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(read_base64(write_base64(bytes)).value_or(""), bytes);
}

TEST(Base64, AnythingElse_IsRefused) {
  for (const char* text : {"Zg", "Zg=", "Z===", "====", "Zh==", "Zm9v\n", "Zm_v", "Zm9vZg==Zg=="}) {
    EXPECT_FALSE(read_base64(text)) << text;
  }
}

}  // namespace
}  // namespace plumbline::server
