#!/bin/sh
# Builds without optimisation, serves, and builds again on each change; reload the page to see it.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh
key=${KEYAPI_KEY:-}
unset KEYAPI_KEY # No business of the builds'.

echo "Building without optimisation (a minute or two the first time) ..."
trunk build
cargo build --quiet -p clipcart-serve
trunk watch &
watch=$!
trap 'kill "$watch" 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM
KEYAPI_KEY=$key "${CARGO_TARGET_DIR:-target}/debug/clipcart-serve" dist
