// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/config.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace plumbline::server {
namespace {

class ConfigFile : public testing::Test {
 protected:
  std::string write(const std::string& text) {
    std::ofstream(file_) << text;
    return file_;
  }
  void TearDown() override { std::remove(file_.c_str()); }
  std::string file_ = testing::TempDir() + "config_test.toml";
};

TEST(Config, Example_ReadBack_IsTheDefaults) {
  const std::string file = testing::TempDir() + "config_example.toml";
  std::ofstream(file) << example_config();
  const auto read = read_config_file(file);
  ASSERT_TRUE(read) << describe(read.error());
  EXPECT_EQ(read->size(), setting_names().size());
  const auto config = make_config({*read});
  ASSERT_TRUE(config) << describe(config.error());
  EXPECT_EQ(config->host, "127.0.0.1");
  EXPECT_EQ(config->port, 8420);
  EXPECT_FALSE(config->lan);
  EXPECT_TRUE(config->names.empty());
}

TEST(Config, Layers_LastWins) {
  const auto environment = read_environment({"PLUMBLINE_SERVER_PORT=9001", "HOME=/root"});
  const auto config = make_config({{{"server.port", "9000"}}, environment});
  ASSERT_TRUE(config);
  EXPECT_EQ(config->port, 9001);
}

TEST(Config, NumberOutOfRange_NamesSettingAndRange) {
  const auto config = make_config({{{"server.port", "65536"}}});
  ASSERT_FALSE(config);
  EXPECT_EQ(describe(config.error()),
            "server.port: expected a whole number from 0 to 65535, found 65536");
}

TEST(Config, UnknownVariable_IsNamed) {
  const std::vector<std::string> rows = {"PLUMBLINE_SERVER_PROT=1", "PLUMBLINE_SERVER_PORT=2",
                                         "PLUMBLINE_CONFIG=x", "HOME=/root"};
  EXPECT_EQ(unknown_variables(rows), std::vector<std::string>{"PLUMBLINE_SERVER_PROT"});
}

TEST(Config, PublicOrigin_IsSchemeHostAndPort) {
  for (const char* good : {"https://a.example", "https://a.example:8443", "http://[::1]:80", ""}) {
    EXPECT_TRUE(make_config({{{"server.public_origin", good}}})) << good;
  }
  for (const char* bad : {"a.example", "https://", "https://a.example/", "ftp://a", "https://A"}) {
    EXPECT_FALSE(make_config({{{"server.public_origin", bad}}})) << bad;
  }
  EXPECT_EQ(host_of_origin("https://a.example:8443"), "a.example");
  EXPECT_EQ(host_of_origin("https://[::1]"), "[::1]");
}

TEST_F(ConfigFile, UnknownSetting_NamesLine) {
  const auto read = read_config_file(write("[server]\nport = 1\nprot = 2\n"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, file_ + " line 3");
  EXPECT_EQ(read.error().code, ErrorCode::UnknownField);
}

TEST_F(ConfigFile, BrokenSyntax_NamesLine) {
  const auto read = read_config_file(write("[server]\nport = = 1\n"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::SyntaxError);
  EXPECT_EQ(read.error().where, file_ + " line 2");
}

TEST_F(ConfigFile, ListOfNames_IsRead) {
  const auto read = read_config_file(write("[server]\nnames = [\"back.home\", \"nas\"]\n"));
  ASSERT_TRUE(read);
  const auto config = make_config({*read});
  ASSERT_TRUE(config);
  EXPECT_EQ(config->names, (std::vector<std::string>{"back.home", "nas"}));
}

TEST(Config, MissingFile_IsUnreadable) {
  const auto read = read_config_file("/nowhere/plumbline.toml");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::Unreadable);
}

}  // namespace
}  // namespace plumbline::server
