// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/build_id.hpp"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace plumbline::server {
namespace {

constexpr std::size_t kBytes = 8;

std::string hex(const unsigned char* bytes, std::size_t count) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += kDigits[bytes[i] >> 4U];
    out += kDigits[bytes[i] & 15U];
  }
  return out;
}

std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

/// Looks through the notes of one segment.
bool find_in_notes(const unsigned char* at, std::size_t size, std::string& out) {
  const unsigned char* end = at + size;
  while (at + sizeof(ElfW(Nhdr)) <= end) {
    ElfW(Nhdr) note{};
    std::memcpy(&note, at, sizeof note);
    const unsigned char* name = at + sizeof note;
    const unsigned char* content = name + padded(note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0) {
      out = hex(content, std::min<std::size_t>(note.n_descsz, kBytes));
      return true;
    }
    at = content + padded(note.n_descsz);
  }
  return false;
}

/// The first object that is listed is the program itself.
int visit(dl_phdr_info* info, std::size_t, void* target) {
  auto& out = *static_cast<std::string*>(target);
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = info->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    // The address is given as a number. NOLINTNEXTLINE(performance-no-int-to-ptr)
    const auto* at = reinterpret_cast<const unsigned char*>(info->dlpi_addr + part.p_vaddr);
    if (find_in_notes(at, part.p_memsz, out)) break;
  }
  return 1;
}

}  // namespace

std::string build_id() {
  std::string out = "0";
  dl_iterate_phdr(visit, &out);
  return out;
}

}  // namespace plumbline::server
