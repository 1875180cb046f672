# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by ./start and ./test. Lists what they need from Debian and installs what is missing,
# asking for rights only then.

build_packages="g++ cmake ninja-build libboost1.81-dev libcli11-dev zlib1g-dev libssl-dev
  libsodium-dev libsoci-dev libsqlite3-dev libtomlplusplus-dev libspdlog-dev libqrencode-dev
  clang-19 lld-19 llvm-19 libc++-19-dev-wasm32 libc++abi-19-dev-wasm32 libclang-rt-19-dev-wasm32
  wasi-libc curl ca-certificates gzip"
test_packages="libgtest-dev librapidcheck-dev libbenchmark-dev libclang-rt-19-dev clang-tidy-19
  clang-format-19 python3 git openssl libfaketime chromium"

missing_packages() {
  for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    case "$state" in
      ii*) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# install_packages PACKAGE… : does nothing, at once, where all are there.
install_packages() {
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "Please install these Debian packages and run this again: $missing" >&2
    exit 2
  fi
  rights=""
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing, and installing them needs root: $missing" >&2
      exit 2
    fi
    rights=sudo
  fi
  echo "Installing: $missing" >&2
  export DEBIAN_FRONTEND=noninteractive
  $rights apt-get update -qq >&2
  # shellcheck disable=SC2086 # a list of packages
  $rights apt-get install -y -qq --no-install-recommends $missing >&2
}
