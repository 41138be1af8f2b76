#!/bin/sh
# Builds dist/ again from the same source, in another folder, with another home and an empty target, and compares every
# byte with the dist/ of `make dist`. The tools have the same versions. Prints a digest of all files, to compare with
# other builds of the same source.
#
# scripts/reproducible.sh build FOLDER      builds in FOLDER, which must not exist; may run beside the first build
# scripts/reproducible.sh compare FOLDER    compares what was built there with dist/, and deletes FOLDER
# scripts/reproducible.sh                   does both, in a temporary folder
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh

here=$(pwd -P)

# second_dist FOLDER: a path of another length than this checkout's.
second_dist() {
  echo "$1/$(basename "$here")/second/build/dist"
}

build() (
  work=$1
  there=$(dirname "$(second_dist "$work")")
  mkdir -p "$there" "$work/home" "$work/cargo"
  # Everything except the tools and the output of builds.
  for entry in * .[!.]*; do
    case $entry in
      .git | dist | target | node_modules | '*' | '.[!.]*') ;;
      *) cp -R "$entry" "$there/" ;;
    esac
  done
  ln -s "$here/node_modules" "$there/node_modules"
  # The libraries' sources are linked, not fetched again; their path is another one all the same.
  for entry in registry git config.toml; do
    if [ -e "${CARGO_HOME:-$HOME/.cargo}/$entry" ]; then ln -s "${CARGO_HOME:-$HOME/.cargo}/$entry" "$work/cargo/"; fi
  done
  # Without the first build's environment variables.
  export CLIPCART_CACHE="$cache" RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}" CARGO_HOME="$work/cargo" HOME="$work/home"
  unset CARGO_TARGET_DIR XDG_CACHE_HOME
  cd "$there"
  if ! { sh scripts/build.sh && node scripts/dist.mjs; } >"$work/log" 2>&1; then
    cat "$work/log" >&2
    echo "reproducible: the second build failed, for the reason above" >&2
    return 1
  fi
)

compare() {
  [ -f dist/_headers ] || { echo "reproducible: dist/ is not complete: run make dist first" >&2; return 1; }
  if ! diff -r dist "$(second_dist "$1")"; then
    echo "reproducible: the same source, built twice, gave the differences above" >&2
    return 1
  fi
  echo "Two builds in two folders are byte for byte the same:"
  node scripts/dist.mjs --check
  rm -rf "$1"
}

case ${1:-both} in
  build) build "$2" ;;
  compare) compare "$2" ;;
  both)
    work=$(mktemp -d "${TMPDIR:-/tmp}/clipcart-rebuild-XXXXXX")
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' INT TERM
    build "$work/second"
    compare "$work/second"
    ;;
esac
