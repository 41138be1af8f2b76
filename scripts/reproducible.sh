#!/bin/sh
# Builds dist/ once more from the same source, in another folder, with another home and nothing built before, and
# compares every byte with the dist/ that is here, as `make dist` left it. The tools are the same, by their versions.
# A digest of it all is printed, to be compared with other people's.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh
[ -f dist/_headers ] || { echo "reproducible: dist/ isn't ready: run make dist first" >&2; exit 1; }

here=$(pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/clipcart-once-more-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
# Of another length than here, wherever here is.
there=$work/$(basename "$here")/once/more
mkdir -p "$there" "$work/home" "$work/cargo"

# All but what is made, and the tools.
for entry in * .[!.]*; do
  case $entry in
    .git | dist | target | node_modules | '*' | '.[!.]*') ;;
    *) cp -R "$entry" "$there/" ;;
  esac
done
ln -s "$here/node_modules" "$there/node_modules"
# The libraries' sources need not be fetched again; their place has another name all the same.
for entry in registry git config.toml; do
  if [ -e "${CARGO_HOME:-$HOME/.cargo}/$entry" ]; then ln -s "${CARGO_HOME:-$HOME/.cargo}/$entry" "$work/cargo/"; fi
done

# build FOLDER: what is in the environment of a first build decides nothing about the second.
build() (
  export CLIPCART_CACHE="$cache" RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}" CARGO_HOME="$work/cargo" HOME="$work/home"
  unset CARGO_TARGET_DIR XDG_CACHE_HOME
  cd "$1"
  sh scripts/build.sh >"$work/log" 2>&1 && node scripts/dist.mjs >>"$work/log" 2>&1
)
if ! build "$there"; then
  cat "$work/log" >&2
  echo "reproducible: the second build failed; the lines above say why" >&2
  exit 1
fi
if ! diff -r dist "$there/dist"; then
  echo "reproducible: the same source built twice gave what differs above" >&2
  exit 1
fi
echo "Two builds in two folders are the same bytes:"
node scripts/dist.mjs --check
