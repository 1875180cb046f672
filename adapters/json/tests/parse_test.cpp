// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/parse.hpp"

#include <gtest/gtest.h>

#include <string>

#include "plumbline/json/object_reader.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::json {
namespace {

TEST(Json_Parse, EveryKind_RoundTrips) {
  const std::string text = R"({"a":[1,-2.5,true,null,"x\"\\\n\u0001ü"],"b":{}})";
  EXPECT_EQ(write(parse(text).value()), text);
}

TEST(Json_Parse, DuplicateKey_IsNamedByPointer) {
  const auto result = parse(R"({"a":[{"x":1,"y":2,"x":3}]})");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::DuplicateField);
  EXPECT_EQ(result.error().where, "/a/0/x");
}

TEST(Json_Parse, NumberBeyondDouble_IsRefused) {
  const auto result = parse(R"({"a":1e999})");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::OutOfRange);
  EXPECT_EQ(result.error().where, "/a");
}

TEST(Json_Parse, BrokenTexts_AreRefusedWithLineAndColumn) {
  for (const char* text : {"", "{", "[1,]", "{\"a\":}", "nul", "NaN", "Infinity", "1 2", "{} x",
                           "[01]", "\"\xff\"", "'a'", "// c\n1", "[1", "\"abc"}) {
    const auto result = parse(text);
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().where.substr(0, 5), "line ") << text;
  }
  EXPECT_EQ(parse("{\n  \"a\": ?\n}").error().where, "line 2 column 8");
}

TEST(Json_Parse, DeepNesting_IsRefused) {
  const std::string deep = std::string(200, '[') + std::string(200, ']');
  EXPECT_FALSE(parse(deep));
}

TEST(Json_Lines, FaultyLine_IsNamed) {
  const auto result = parse_lines("{\"a\":1}\n\n{\"a\":1,\"a\":2}\n");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().where, "line 3 /a");
  EXPECT_EQ(parse_lines("1\n\n2\n").value()[1].number, 3);
}

TEST(ObjectReader, FirstFault_NamesPlaceAndExpectation) {
  const auto read_age = [](std::string_view text) -> Result<std::int32_t> {
    const Value value = parse(text).value();
    const Pointer root;
    ObjectReader object(value, root);
    std::int32_t age = 0;
    object.required("age", age, Within{0, 120});
    return object.finish(age);
  };
  EXPECT_EQ(read_age(R"({"age":46})").value(), 46);
  EXPECT_EQ(read_age(R"({"age":46.0})").value(), 46);
  EXPECT_EQ(describe(read_age(R"({"age":"x"})").error()),
            "/age: expected a whole number, found \"x\"");
  EXPECT_EQ(describe(read_age(R"({"age":121})").error()), "/age: expected 0 to 120, found 121");
  EXPECT_EQ(read_age(R"({"age":1.5})").error().code, ErrorCode::WrongType);
  EXPECT_EQ(read_age("{}").error().code, ErrorCode::MissingField);
  EXPECT_EQ(describe(read_age(R"({"age":1,"agee":2})").error()),
            "/agee: unknown field; the fields here are age");
  EXPECT_EQ(read_age("[]").error().code, ErrorCode::WrongType);
}

}  // namespace
}  // namespace plumbline::json
