#!/bin/sh
# Builds dist/ again from the same source, in another folder, with another home and an empty target, and compares every
# byte with the dist/ of `make dist`. The tools have the same versions. Prints a digest of all files, to compare with
# other builds of the same source.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh
[ -f dist/_headers ] || { echo "reproducible: dist/ is not complete: run make dist first" >&2; exit 1; }

here=$(pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/clipcart-rebuild-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
# A path of another length than this checkout's.
there=$work/$(basename "$here")/second/build
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

# build FOLDER: builds there, without the first build's environment variables.
build() (
  export CLIPCART_CACHE="$cache" RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}" CARGO_HOME="$work/cargo" HOME="$work/home"
  unset CARGO_TARGET_DIR XDG_CACHE_HOME
  cd "$1"
  sh scripts/build.sh >"$work/log" 2>&1 && node scripts/dist.mjs >>"$work/log" 2>&1
)
if ! build "$there"; then
  cat "$work/log" >&2
  echo "reproducible: the second build failed, for the reason above" >&2
  exit 1
fi
if ! diff -r dist "$there/dist"; then
  echo "reproducible: the same source, built twice, gave the differences above" >&2
  exit 1
fi
echo "Two builds in two folders are byte for byte the same:"
node scripts/dist.mjs --check
