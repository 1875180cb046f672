// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/vault/key_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace plumbline::vault {
namespace {

namespace fs = std::filesystem;

class KeyFolderTest : public ::testing::Test {
 protected:
  KeyFolderTest() {
    std::string pattern = fs::temp_directory_path() / "plumbline-keys-XXXXXX";
    base_ = ::mkdtemp(pattern.data());
  }
  ~KeyFolderTest() override { fs::remove_all(base_); }

  std::string keys() const { return base_ + "/keys"; }
  std::string file(const char* name) const { return base_ + "/" + name; }
  static std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  }
  static mode_t mode(const std::string& path) {
    struct stat state{};
    ::stat(path.c_str(), &state);
    return state.st_mode & 0777U;
  }
  static bool same(const Key& a, const Key& b) {
    return std::memcmp(a.data(), b.data(), kKeyBytes) == 0;
  }

  std::string base_;
};

TEST_F(KeyFolderTest, Open_NewFolder_HasTightModes) {
  ASSERT_TRUE(KeyFolder::open(keys()));
  EXPECT_EQ(mode(keys()), 0700U);
  EXPECT_EQ(mode(keys() + "/site.key"), 0600U);
  EXPECT_EQ(mode(keys() + "/keys.db"), 0600U);
}

TEST_F(KeyFolderTest, Create_ThenReopen_GivesTheSameKey) {
  Result<KeyFolder> folder = KeyFolder::open(keys());
  const Key anna = *folder->create("anna");
  const Key ben = *folder->create("ben");
  EXPECT_FALSE(same(anna, ben));
  EXPECT_TRUE(same(*folder->fetch("anna"), anna));
  const Result<KeyFolder> again = KeyFolder::open(keys());
  ASSERT_TRUE(again);
  EXPECT_TRUE(same(*again->fetch("anna"), anna));
  EXPECT_TRUE(same(*again->fetch("ben"), ben));
  EXPECT_EQ(again->people().size(), 2U);
  EXPECT_EQ(again->fetch("carl").error().code, ErrorCode::NotFound);
}

TEST_F(KeyFolderTest, Create_IdTakenOrBad_IsRefused) {
  Result<KeyFolder> folder = KeyFolder::open(keys());
  ASSERT_TRUE(folder->create("anna"));
  EXPECT_EQ(folder->create("anna").error().code, ErrorCode::Conflict);
  EXPECT_EQ(folder->create("").error().code, ErrorCode::BadId);
  EXPECT_TRUE(folder->create(std::string(kLongestPerson, 'x')));
  EXPECT_EQ(folder->create(std::string(kLongestPerson + 1, 'x')).error().code, ErrorCode::BadId);
}

TEST_F(KeyFolderTest, KeysDb_NeverHoldsAKeyInClear) {
  Result<KeyFolder> folder = KeyFolder::open(keys());
  const Key anna = *folder->create("anna");
  const std::string plain(reinterpret_cast<const char*>(anna.data()), kKeyBytes);
  EXPECT_EQ(read(keys() + "/keys.db").find(plain), std::string::npos);
}

TEST_F(KeyFolderTest, Destroy_OverwritesTheWrappedKey_AndRemembersTheId) {
  Result<KeyFolder> folder = KeyFolder::open(keys());
  ASSERT_TRUE(folder->create("anna"));
  ASSERT_TRUE(folder->create("ben"));
  const std::string before = read(keys() + "/keys.db");
  const std::string wrapped = before.substr(256 + 130, 73);
  ASSERT_TRUE(folder->destroy("anna"));
  ASSERT_TRUE(folder->destroy("anna"));
  const std::string after = read(keys() + "/keys.db");
  EXPECT_EQ(before.size(), after.size());
  EXPECT_EQ(after.find(wrapped), std::string::npos);
  EXPECT_EQ(after.substr(512), before.substr(512));
  const Result<KeyFolder> again = KeyFolder::open(keys());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->fetch("anna").error().code, ErrorCode::Gone);
  EXPECT_TRUE(again->is_deleted("anna"));
  EXPECT_FALSE(again->is_deleted("ben"));
  EXPECT_EQ(again->deleted(), std::vector<std::string>{"anna"});
  EXPECT_EQ(folder->create("anna").error().code, ErrorCode::Refused);
}

TEST_F(KeyFolderTest, Destroy_UnknownId_IsListed) {
  Result<KeyFolder> folder = KeyFolder::open(keys());
  ASSERT_TRUE(folder->destroy("never seen"));
  EXPECT_TRUE(KeyFolder::open(keys())->is_deleted("never seen"));
}

TEST_F(KeyFolderTest, Open_ReadableByOthers_IsRefusedByName) {
  ASSERT_TRUE(KeyFolder::open(keys()));
  for (const std::string& path : {keys(), keys() + "/site.key", keys() + "/keys.db"}) {
    const mode_t good = mode(path);
    for (const mode_t bit : {0040U, 0004U, 0020U, 0002U, 0010U}) {
      ::chmod(path.c_str(), good | bit);
      const Result<KeyFolder> folder = KeyFolder::open(keys());
      ASSERT_FALSE(folder);
      EXPECT_EQ(folder.error().code, ErrorCode::Insecure);
      EXPECT_EQ(folder.error().where, path);
    }
    ::chmod(path.c_str(), good);
  }
  EXPECT_TRUE(KeyFolder::open(keys()));
}

TEST_F(KeyFolderTest, Open_AFileMissing_IsRefusedAndNothingIsMadeAnew) {
  ASSERT_TRUE(KeyFolder::open(keys()));
  for (const char* name : {"/site.key", "/keys.db"}) {
    fs::rename(keys() + name, file("aside"));
    EXPECT_EQ(KeyFolder::open(keys()).error().code, ErrorCode::KeyMissing);
    EXPECT_FALSE(fs::exists(keys() + name));
    fs::rename(file("aside"), keys() + name);
  }
  EXPECT_TRUE(KeyFolder::open(keys()));
}

TEST_F(KeyFolderTest, Open_AnotherSiteKey_IsRefused) {
  ASSERT_TRUE(KeyFolder::open(keys())->create("anna"));
  const std::string right = read(keys() + "/site.key");
  write(keys() + "/site.key", std::string(32, 'k'));
  EXPECT_EQ(KeyFolder::open(keys()).error().code, ErrorCode::Sealed);
  write(keys() + "/site.key", "short");
  EXPECT_EQ(KeyFolder::open(keys()).error().code, ErrorCode::Damaged);
  write(keys() + "/site.key", right);
  EXPECT_TRUE(KeyFolder::open(keys()));
}

TEST_F(KeyFolderTest, Open_AnyByteOfKeysDbChanged_IsRefused) {
  ASSERT_TRUE(KeyFolder::open(keys())->create("anna"));
  const std::string good = read(keys() + "/keys.db");
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 4);
    write(keys() + "/keys.db", bad);
    ASSERT_FALSE(KeyFolder::open(keys())) << i;
  }
}

TEST_F(KeyFolderTest, Open_AfterACreationThatNeverEnded_KeepsTheRest) {
  const Key anna = *KeyFolder::open(keys())->create("anna");
  const std::string good = read(keys() + "/keys.db");
  for (const std::string& tail : {std::string(100, 'K'), std::string(256, '\0')}) {
    write(keys() + "/keys.db", good + tail);
    Result<KeyFolder> folder = KeyFolder::open(keys());
    ASSERT_TRUE(folder);
    EXPECT_TRUE(same(*folder->fetch("anna"), anna));
    ASSERT_TRUE(folder->create("ben"));
    EXPECT_TRUE(KeyFolder::open(keys())->fetch("ben"));
    write(keys() + "/keys.db", good);
  }
}

TEST_F(KeyFolderTest, Open_DraftLeftBehind_IsMadeAgain) {
  fs::create_directory(keys() + ".new");
  write(keys() + ".new/site.key", "half");
  EXPECT_TRUE(KeyFolder::open(keys()));
  EXPECT_FALSE(fs::exists(keys() + ".new"));
}

TEST_F(KeyFolderTest, Restore_IntoNothing_GivesTheSameKeys) {
  for (const char* passphrase : {"", "a passphrase"}) {
    fs::remove_all(keys());
    fs::remove(file("backup"));
    Result<KeyFolder> folder = KeyFolder::open(keys());
    const Key anna = *folder->create("anna");
    ASSERT_TRUE(folder->destroy("ben"));
    ASSERT_TRUE(folder->backup_to(file("backup"), passphrase));
    EXPECT_EQ(mode(file("backup")), 0600U);
    EXPECT_FALSE(folder->backup_to(file("backup"), passphrase));
    fs::remove_all(keys());
    const Result<KeyFolder> back = KeyFolder::restore(file("backup"), passphrase, keys());
    ASSERT_TRUE(back) << describe(back.error());
    EXPECT_TRUE(same(*back->fetch("anna"), anna));
    EXPECT_TRUE(back->is_deleted("ben"));
  }
}

TEST_F(KeyFolderTest, Restore_PersonDeletedSince_StaysDeleted) {
  Result<KeyFolder> folder = KeyFolder::open(keys());
  ASSERT_TRUE(folder->create("anna"));
  ASSERT_TRUE(folder->backup_to(file("backup"), ""));
  ASSERT_TRUE(folder->destroy("anna"));
  const Result<KeyFolder> back = KeyFolder::restore(file("backup"), "", keys());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->fetch("anna").error().code, ErrorCode::Gone);
}

TEST_F(KeyFolderTest, Restore_KeysThatAreLacking_AreAdded) {
  Result<KeyFolder> folder = KeyFolder::open(keys());
  const std::string young = read(keys() + "/keys.db");
  const Key anna = *folder->create("anna");
  ASSERT_TRUE(folder->backup_to(file("backup"), ""));
  write(keys() + "/keys.db", young);
  const Result<KeyFolder> back = KeyFolder::restore(file("backup"), "", keys());
  ASSERT_TRUE(back);
  EXPECT_TRUE(same(*back->fetch("anna"), anna));
}

TEST_F(KeyFolderTest, Restore_WrongPassphraseOrDamagedOrOtherSite_IsRefused) {
  ASSERT_TRUE(KeyFolder::open(keys())->backup_to(file("sealed"), "right"));
  EXPECT_EQ(KeyFolder::restore(file("sealed"), "wrong", file("k2")).error().code,
            ErrorCode::Sealed);
  ASSERT_TRUE(KeyFolder::open(keys())->backup_to(file("plain"), ""));
  std::string bytes = read(file("plain"));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write(file("bad"), bytes);
  EXPECT_EQ(KeyFolder::restore(file("bad"), "", file("k2")).error().code, ErrorCode::Damaged);
  EXPECT_FALSE(fs::exists(file("k2")));
  ASSERT_TRUE(KeyFolder::open(file("other")));
  EXPECT_EQ(KeyFolder::restore(file("plain"), "", file("other")).error().code, ErrorCode::Sealed);
}

}  // namespace
}  // namespace plumbline::vault
