// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "passphrase_prompt.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>

namespace plumbline::cli {
namespace {

constexpr const char* kVariable = "PLUMBLINE_KEYS_PASSPHRASE";

/// The terminal, which does not show what is typed.
class QuietTerminal {
 public:
  QuietTerminal() : file_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (file_ < 0 || ::tcgetattr(file_, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    is_quiet_ = ::tcsetattr(file_, TCSAFLUSH, &quiet) == 0;
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  ~QuietTerminal() {
    if (is_quiet_) ::tcsetattr(file_, TCSAFLUSH, &before_);
    if (file_ >= 0) ::close(file_);
  }
  bool is_there() const { return is_quiet_; }

  std::optional<std::string> ask(const std::string& question) const {
    say(question);
    std::string out;
    char letter = 0;
    while (::read(file_, &letter, 1) == 1) {
      if (letter == '\n') {
        say("\n");
        return out;
      }
      out += letter;
    }
    return std::nullopt;
  }

 private:
  void say(const std::string& text) const {
    [[maybe_unused]] const auto written = ::write(file_, text.data(), text.size());
  }
  int file_;
  termios before_{};
  bool is_quiet_ = false;
};

}  // namespace

Result<std::string> keys_passphrase(Asking asking) {
  if (const char* given = std::getenv(kVariable); given != nullptr) return std::string(given);
  const QuietTerminal terminal;
  const auto first =
      terminal.is_there() ? terminal.ask("Passphrase of the backup of keys: ") : std::nullopt;
  if (!first) {
    return fail(ErrorCode::MissingField, kVariable,
                "expected a passphrase in this variable of the environment, or a terminal to ask");
  }
  if (asking == Asking::Twice && terminal.ask("The same again: ") != first) {
    return fail(ErrorCode::Inconsistent, "passphrase", "the two were not the same");
  }
  return *first;
}

}  // namespace plumbline::cli
