# shellcheck shell=sh
# The tools' versions, and a PATH on which they come first. Sourced, from the checkout's root, by all that runs a tool.

trunk_version=0.21.14
wasm_bindgen_version=0.2.129
geckodriver_version=0.37.1
twiggy_version=0.8.0
cargo_deny_version=0.20.2

# Outside the checkout and by version: another checkout, or a clean one, builds none of them again.
cache=${CLIPCART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/clipcart}

for tool in "trunk-$trunk_version" "wasm-bindgen-cli-$wasm_bindgen_version" \
  "geckodriver-$geckodriver_version" "twiggy-$twiggy_version" "cargo-deny-$cargo_deny_version"; do
  PATH=$cache/$tool/bin:$PATH
done
# rustup's own folder comes last: a shell that was open while rustup was installed does not have it yet.
PATH=$PWD/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
export PATH
