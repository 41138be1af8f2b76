#!/bin/sh
# Shows what is in the wasm: a release build that keeps the names of functions, with the code of lazy views in it.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh

# A folder of its own, so that the release build stays as it is.
folder=target/size
echo "Building with names (two minutes the first time) ..."
CARGO_PROFILE_RELEASE_STRIP=none CARGO_TARGET_DIR=$folder \
  cargo build --locked --quiet --release --target wasm32-unknown-unknown --bin clipcart
wasm-bindgen --target web --no-typescript --keep-debug --out-dir "$folder/bound" \
  "$folder/wasm32-unknown-unknown/release/clipcart.wasm"
wasm-opt -Oz -g "$folder/bound/clipcart_bg.wasm" -o "$folder/clipcart.wasm"
node scripts/size.mjs "$folder/clipcart.wasm"
