# shellcheck shell=sh
# Sets the tools' versions and puts them first in PATH. Source it from the root of the checkout before you run a tool.

trunk_version=0.21.14
wasm_bindgen_version=0.2.129
# Reads what the wasm_split_helpers in Cargo.lock writes.
wasm_split_version=0.2.4
geckodriver_version=0.37.1
twiggy_version=0.8.0
cargo_deny_version=0.20.2

# One folder per version, outside the checkout, so that another checkout does not build them again.
cache=${CLIPCART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/clipcart}

for tool in "trunk-$trunk_version" "wasm-bindgen-cli-$wasm_bindgen_version" \
  "wasm_split_cli_support-$wasm_split_version" "geckodriver-$geckodriver_version" \
  "twiggy-$twiggy_version" "cargo-deny-$cargo_deny_version"; do
  PATH=$cache/$tool/bin:$PATH
done
# Cargo's own folder comes last: a shell that was open while rustup was installed does not have it in its PATH yet.
PATH=$PWD/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
export PATH
