#!/bin/sh
# SPDX-FileCopyrightText: The Plumbline contributors
# SPDX-License-Identifier: Apache-2.0
#
# Builds the core as WebAssembly and the web app over it into build/web; does nothing where that is
# newer than everything it is made of.
set -eu
cd "$(dirname "$0")/.."

. tools/node.sh
provide_node

[ -f build/wasm/build.ninja ] || cmake --preset wasm >/dev/null
cmake --build build/wasm --target plumbline_core plumbline_catalogue_json

stamp=build/web.stamp
inputs="web/src web/public web/index.html web/package-lock.json web/vite.config.ts catalog/education
  docs/api/plumbline.d.ts build/wasm/apps/browser/plumbline_core.wasm build/wasm/apps/catalogue_bundle/catalogue.json"
# shellcheck disable=SC2086 # a list of paths
if [ -f "$stamp" ] && [ -f build/web/index.html ] && [ -z "$(find $inputs -newer "$stamp" -print -quit)" ]; then
  exit 0
fi
if [ ! -f web/node_modules/.package-lock.json ] || [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
  echo "Installing what the web app is built with …"
  # As the lock file says, which stays as it is. `npm ci` would insist on what other systems need,
  # and not every registry has that.
  npm --prefix web install --no-save --ignore-scripts --no-audit --no-fund --silent
  touch web/node_modules/.package-lock.json
fi
begun=$(mktemp)
(cd web && node node_modules/vite/bin/vite.js build --logLevel warn)
mv "$begun" "$stamp"
