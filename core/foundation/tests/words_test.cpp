// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/foundation/words.hpp"

#include <gtest/gtest.h>

#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/quantity.hpp"

namespace plumbline {

enum class Fruit : unsigned char { Apple, Pear };
template <>
struct WordsOf<Fruit> {
  static constexpr std::string_view kWhat = "fruit";
  static constexpr std::array<std::string_view, 2> kWords = {"apple", "pear"};
};

namespace {

TEST(Words, WordAndBack) {
  EXPECT_EQ(word(Fruit::Pear), "pear");
  EXPECT_EQ(from_word<Fruit>("apple"), Fruit::Apple);
  EXPECT_FALSE(from_word<Fruit>("plum"));
}

TEST(WordSet, InsertEraseUnite) {
  WordSet<Fruit> set{Fruit::Pear};
  EXPECT_FALSE(set.contains(Fruit::Apple));
  EXPECT_EQ(set.united({Fruit::Apple}).size(), 2);
  set.erase(Fruit::Pear);
  EXPECT_TRUE(set.empty());
}

TEST(ErrorTable, EveryCode_HasSlugAndStatus) {
  EXPECT_EQ(slug(ErrorCode::MissingField), "missing-field");
  EXPECT_EQ(http_status(ErrorCode::NotFound), 404);
  EXPECT_EQ(describe({ErrorCode::OutOfRange, "/age", "expected 0 to 120"}),
            "/age: expected 0 to 120");
}

template <class A, class B>
concept Addable = requires(A a, B b) { a + b; };
static_assert(Addable<Angle, Angle>);
static_assert(!Addable<Angle, Length>, "quantities of different kinds must not add");
static_assert(!Addable<Angle, double>, "a bare number has no unit");

TEST(Quantity, DegreesAndRadians) { EXPECT_DOUBLE_EQ(in_radians(degrees(180)), kPi); }

}  // namespace
}  // namespace plumbline
