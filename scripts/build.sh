#!/bin/sh
# Builds the release app into dist/. The build is reproducible: rustc writes the paths of source files into panic
# messages, and those are cut here to what does not depend on this machine's folders.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh
unset KEYAPI_KEY RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS

wasm=wasm32-unknown-unknown
# Fetched first, so that the folders of the libraries' sources exist and can be listed below.
cargo fetch --quiet --locked --target "$wasm"

# As in .cargo/config.toml, whose flags these replace.
CARGO_ENCODED_RUSTFLAGS=--cfg=erase_components
# cut_path FOLDER REPLACEMENT. Flags are separated by a control character, since a folder's name may have a space.
cut_path() {
  CARGO_ENCODED_RUSTFLAGS=$CARGO_ENCODED_RUSTFLAGS${CARGO_ENCODED_RUSTFLAGS:+$(printf '\037')}--remap-path-prefix=$1=$2
}
here=$(pwd -P)
cut_path "$here" .
cut_path "${CARGO_TARGET_DIR:-$here/target}" target
for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do cut_path "$registry/" ""; done
# With the rust-src component rustc writes that folder's path, and without it this one.
commit=$(rustc --version --verbose | sed -n 's/^commit-hash: //p')
cut_path "$(rustc --print sysroot)/lib/rustlib/src/rust" "/rustc/$commit"
export CARGO_ENCODED_RUSTFLAGS

exec trunk build --release --locked
