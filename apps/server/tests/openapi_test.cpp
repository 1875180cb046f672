// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/server/route_doc.hpp"

namespace plumbline::server {
namespace {

Schema person() {
  return Schema::record("Person", {{"id", Schema::text(), "The person's id."},
                                   {"name", Schema::text().or_null(), "", Presence::Sometimes}});
}

std::vector<RouteDoc> two_routes() {
  return {{.method = "GET",
           .pattern = "/people/{person}",
           .name = "get_person",
           .summary = "One person.",
           .access = Access::Device,
           .answers = {{200, "The person.", person()}}},
          {.method = "PUT",
           .pattern = "/people/{person}",
           .name = "put_person",
           .summary = "Changes a person.",
           .access = Access::Person,
           .takes = person(),
           .answers = {{204, "Changed."}}}};
}

TEST(OpenApi, TwoMethodsOfOnePath_StandTogether) {
  const json::Value document = openapi(two_routes());
  const json::Value* paths = document.find("paths");
  ASSERT_NE(paths, nullptr);
  ASSERT_EQ(paths->as_object()->size(), 1U);
  const json::Value* path = paths->find("/people/{person}");
  ASSERT_NE(path, nullptr);
  EXPECT_NE(path->find("get"), nullptr);
  EXPECT_EQ(*path->find("put")->find("operationId")->as_string(), "put_person");
  EXPECT_NE(document.find("components")->find("schemas")->find("Problem"), nullptr);
}

TEST(OpenApi, TextWithIndentation_IsTheSameDocument) {
  const std::string text = openapi_text(two_routes());
  const auto read = json::parse(text);
  ASSERT_TRUE(read) << describe(read.error());
  EXPECT_EQ(json::write(*read), json::write(openapi(two_routes())));
}

TEST(TypeScript, RecordsAndCalls_AreThere) {
  const std::string text = typescript(two_routes());
  EXPECT_NE(text.find("export interface Person {\n  /** The person's id. */\n  readonly id: "
                      "string;\n  readonly name?: string | null;\n}"),
            std::string::npos);
  EXPECT_NE(text.find("readonly get_person: { readonly method: \"GET\""), std::string::npos);
}

}  // namespace
}  // namespace plumbline::server
