// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/names.hpp"

#include <gtest/gtest.h>

namespace plumbline::server {
namespace {

TEST(Name_WithSomethingToSee_IsOne, InAnyScript) {
  for (const char* name : {"Anna", "Ödön Ő.", "安娜", "אנה", "Anna 👩‍🦰", " x"}) {
    EXPECT_TRUE(is_name(name, 80)) << name;
  }
}

TEST(Name_ThatHidesSomething_IsNone, BlankControlOrTurned) {
  for (const char* name : {"", "  ", "\u00a0\u3000", "\u200b", "a\nb", "a\x1b[2J", "a\u0085b",
                           "a\u202Eb", "a\u2066b", "\ufeffa", "a\x7f"}) {
    EXPECT_FALSE(is_name(name, 80)) << name;
  }
  EXPECT_FALSE(is_name("abcd", 3));
}

}  // namespace
}  // namespace plumbline::server
