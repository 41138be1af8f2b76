#!/bin/sh
# Builds the release app into dist/. Nothing in it tells where it was built: what rustc writes down of this machine's
# folders, in the places that panics name, is cut to what follows them. So two builds of one source are the same bytes.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh
unset KEYAPI_KEY RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS

wasm=wasm32-unknown-unknown
# The folders of the libraries' sources have to be there to be named.
cargo fetch --quiet --locked --target "$wasm"

CARGO_ENCODED_RUSTFLAGS=
# cut FOLDER REPLACEMENT. The flags are told apart by a control character, so that a folder may have a space.
cut_path() {
  CARGO_ENCODED_RUSTFLAGS=$CARGO_ENCODED_RUSTFLAGS${CARGO_ENCODED_RUSTFLAGS:+$(printf '\037')}--remap-path-prefix=$1=$2
}
here=$(pwd -P)
cut_path "$here" .
cut_path "${CARGO_TARGET_DIR:-$here/target}" target
for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do cut_path "$registry/" ""; done
# Where the standard library's source is installed, rustc names that in place of its own name for it.
commit=$(rustc --version --verbose | sed -n 's/^commit-hash: //p')
cut_path "$(rustc --print sysroot)/lib/rustlib/src/rust" "/rustc/$commit"
export CARGO_ENCODED_RUSTFLAGS

exec trunk build --release --locked
