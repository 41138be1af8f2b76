#!/bin/sh
# Builds without optimization, serves the app, and builds again after each change. Reload the page to see a change.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh
key=${KEYAPI_KEY:-}
unset KEYAPI_KEY # The builds do not need it.

echo "Building without optimization (a minute or two the first time) ..."
trunk build
cargo build --quiet -p clipcart-serve
trunk watch &
watch=$!
trap 'kill "$watch" 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM
KEYAPI_KEY=$key "${CARGO_TARGET_DIR:-target}/debug/clipcart-serve" dist
