#!/bin/sh
# Runs the tests in order, the quick ones first, and ends with one line that says passed or failed.
# `scripts/test.sh check` stops before anything that needs a browser or the release build.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh

what=${1:-all}
wasm=wasm32-unknown-unknown
began=$(date +%s)
done_steps=0
current=setup
work=$(mktemp -d "${TMPDIR:-/tmp}/clipcart-test-XXXXXX")
second=$work/second

summary() {
  status=$?
  rm -rf "$work"
  seconds=$(($(date +%s) - began))
  if [ "$status" -eq 0 ]; then
    echo "PASSED: all $done_steps steps, in $((seconds / 60)) min $((seconds % 60)) s"
  else
    echo "FAILED at: $current (after $done_steps steps that passed, $((seconds / 60)) min $((seconds % 60)) s)" >&2
  fi
}
trap summary EXIT
trap 'exit 1' INT TERM

# step NAME HOW-LONG COMMAND...
step() {
  current=$1
  printf '\n== %s (%s)\n' "$1" "$2"
  shift 2
  "$@"
  done_steps=$((done_steps + 1))
}

# The proxies' conformance tests, on nginx and on workerd, and the commands of docs/hosting.md.
hosts() {
  CLIPCART_DIST=$PWD/dist
  export CLIPCART_DIST
  cargo test --locked --test conformance
  cargo test --locked --test hosting -- --show-output
}

# On Linux the browsers need a screen and a session bus.
journeys() {
  CLIPCART_DIST=$PWD/dist
  export CLIPCART_DIST
  if [ "$(uname -s)" != Linux ]; then
    cargo test --locked --test e2e
    return
  fi
  # Root, as in a container, cannot set up WebKit's sandbox.
  if [ "$(id -u)" -eq 0 ]; then export WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1; fi
  dbus-run-session -- xvfb-run -a -s '-screen 0 1920x1200x24' cargo test --locked --test e2e
}

# Two release builds at once, since each has long steps that use one core only.
builds() {
  sh scripts/reproducible.sh build "$second" &
  second_build=$!
  if sh scripts/build.sh; then built=0; else built=$?; fi
  wait "$second_build"
  return "$built"
}

wasm_tests() {
  CHROMEDRIVER=$(command -v chromedriver)
  export CHROMEDRIVER CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
  export WASM_BINDGEN_TEST_TIMEOUT=120
  cargo test --locked --target "$wasm" --test web
}

step "Formatting" "a second" cargo fmt --all --check
step "Lints, native" "two minutes the first time" \
  cargo clippy --locked --workspace --all-targets --test e2e --test conformance --test hosting --test load --test bench -- -D warnings
step "Lints, wasm" "a minute the first time" \
  cargo clippy --locked --target "$wasm" --lib --bins --test web -- -D warnings
step "Lints, wasm that is split" "some seconds" \
  cargo clippy --locked --target "$wasm" --bin clipcart --features code-splitting -- -D warnings
step "Native tests" "nine minutes the first time" cargo test --locked --workspace
if [ "$what" = check ]; then exit 0; fi
step "Tests in the browser's wasm" "a minute the first time" wasm_tests
step "Release build, and a second one in another folder" "eight minutes the first time" builds
step "Copies and headers for hosts" "seconds" node scripts/dist.mjs
step "Size of the first load" "seconds" node scripts/budget.mjs
step "The same bytes from another folder" "seconds" sh scripts/reproducible.sh compare "$second"
step "The proxies, on nginx and workerd, and the commands of their guide" "a minute" hosts
step "Journeys in Chromium, Firefox and WebKit" "twenty-five minutes" journeys
