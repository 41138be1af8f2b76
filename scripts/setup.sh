#!/bin/sh
# Installs what is missing. Prints a line for each step, and fails with one line that names what is missing and how to
# get it. `scripts/setup.sh run` is for building and serving, `check` adds lints and native tests, `test` all tests;
# `load`, `bench`, `size` and `deny` are for the make targets of those names.
set -eu
cd "$(dirname "$0")/.."
. scripts/env.sh
unset KEYAPI_KEY # Nothing here needs it.

purpose=${1:-run}
system=$(uname -s)

say() { printf '  %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# need COMMAND HOW-ON-DEBIAN HOW-ON-MACOS
need() {
  have "$1" && return
  case $system in
    Darwin) die "$1 is missing. Get it with: $3" ;;
    *) die "$1 is missing. Get it with: $2" ;;
  esac
}

# cargo_tool CRATE VERSION PROGRAM MINUTES [FEATURE]
cargo_tool() {
  root=$cache/$1-$2
  if [ -x "$root/bin/$3" ]; then
    say "have $1 $2"
    return
  fi
  mkdir -p "$root"
  if have cargo-binstall; then
    say "installing $1 $2 (ready-made, some seconds) ..."
    cargo binstall --no-confirm --locked --root "$root" "$1@$2" >&2 || true
  fi
  if [ ! -x "$root/bin/$3" ]; then
    say "building $1 $2 (once; about $4 minutes on two cores) ..."
    cargo install --quiet --locked --root "$root" --version "$2" ${5:+--features "$5"} "$1" ||
      die "$1 $2 could not be built; the lines above say why"
  fi
}

# debian WHAT PACKAGE... installs the missing packages of Debian.
debian() {
  what=$1
  shift
  missing=
  for package; do
    # dpkg-query expands ${...} itself.
    # shellcheck disable=SC2016
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
      *' installed') ;;
      *) missing="$missing $package" ;;
    esac
  done
  if [ -z "$missing" ]; then
    say "have $what"
    return
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    have sudo || die "missing packages; as root run: apt-get install$missing"
    as_root=sudo
  fi
  say "installing$missing (some minutes) ..."
  $as_root apt-get update -qq || die "apt-get update failed; the lines above say why"
  # One word per package.
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing ||
    die "apt-get could not install:$missing (these are Debian 12's names; they differ on other systems)"
}

is_debian() { have apt-get && have dpkg-query; }

basics() {
  need rustup "curl --proto '=https' -sSf https://sh.rustup.rs | sh" "brew install rustup"
  need cargo "rustup toolchain install $toolchain" "rustup toolchain install $toolchain"
  # rustup does not install a linker.
  if ! have cc && is_debian; then debian "a C compiler" gcc libc6-dev; fi
  need cc "sudo apt-get install build-essential" "xcode-select --install"
  need node "sudo apt-get install nodejs npm (version 18 or newer)" "brew install node"
  need npm "sudo apt-get install npm" "brew install node"
  node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ||
    die "node $(node --version) is too old: version 18 or newer is needed"
  say "have rustup, cargo, cc, node, npm"
}

rust() {
  if rustup toolchain list | grep -q "^$toolchain-"; then
    say "have Rust $toolchain"
  else
    say "installing Rust $toolchain (a minute or two) ..."
    rustup toolchain install "$toolchain" --profile minimal
  fi
  target=wasm32-unknown-unknown
  if rustup target list --installed --toolchain "$toolchain" | grep -qx "$target"; then
    say "have the $target target"
  else
    say "adding the $target target (some seconds) ..."
    rustup target add --toolchain "$toolchain" "$target"
  fi
  case $purpose in test | check) ;; *) return 0 ;; esac
  for component in clippy rustfmt; do
    if rustup component list --installed --toolchain "$toolchain" | grep -q "^$component"; then
      say "have $component"
    else
      say "adding $component (some seconds) ..."
      rustup component add --toolchain "$toolchain" "$component"
    fi
  done
}

node_packages() {
  # A copy of the lock file that node_modules was installed from.
  if cmp -s package-lock.json node_modules/.installed-lock.json; then
    say "have the npm packages"
    return
  fi
  say "installing the npm packages (some seconds) ..."
  npm ci --no-audit --no-fund --loglevel=error || die "npm ci failed; the lines above say why"
  for tool in lightningcss wasm-opt esbuild; do
    "node_modules/.bin/$tool" --version >/dev/null 2>&1 ||
      die "node_modules/.bin/$tool does not run: allow npm's install scripts (npm config delete ignore-scripts), then again"
  done
  cp package-lock.json node_modules/.installed-lock.json
}

debian_browsers() {
  debian "the browsers and drivers" chromium chromium-headless-shell chromium-driver firefox-esr webkit2gtk-driver \
    xvfb xauth dbus-daemon gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-libav \
    fonts-noto-cjk fonts-noto-color-emoji
}

other_browsers() {
  need chromedriver "your system's chromium-driver package" "brew install --cask google-chrome chromedriver"
  case $system in
    Darwin)
      [ -d /Applications/Firefox.app ] || die "Firefox is missing. Get it with: brew install --cask firefox"
      die "the WebKit journeys need WebKitWebDriver, which does not exist for macOS: run make test on Debian 12 or newer"
      ;;
  esac
  need firefox "your system's Firefox package" ""
  need WebKitWebDriver "your system's WebKitGTK driver package (Debian: webkit2gtk-driver)" ""
  need xvfb-run "your system's Xvfb package" ""
  need dbus-run-session "your system's D-Bus package" ""
  say "have the browsers and drivers"
}

# The tests read the spreadsheets with openpyxl, which is independent of the library that writes them.
readers() {
  if is_debian; then debian "openpyxl" python3-openpyxl; fi
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import openpyxl' 2>/dev/null; then
      say "have python3 with openpyxl"
      return
    fi
  done
  die "openpyxl is missing. Get it with: python3 -m pip install openpyxl"
}

# What the proxies of deploy/ need besides npm's workerd. apache2-utils has htpasswd, which docs/hosting.md uses.
hosts() {
  if is_debian; then
    had_nginx=$(ls /usr/sbin/nginx 2>/dev/null || true)
    debian "nginx and what goes with it" nginx libnginx-mod-http-js libnginx-mod-http-brotli-static ca-certificates \
      gettext-base apache2-utils openssl curl git
    # Debian's package starts a server, which is not needed here.
    if [ -z "$had_nginx" ] && [ -d /run/systemd/system ]; then
      ${as_root:-} systemctl disable --now --quiet nginx || true
    fi
  else
    need nginx "your system's nginx package, with its njs and brotli modules" "brew install nginx"
    need envsubst "your system's gettext package" "brew install gettext"
    need htpasswd "your system's package of Apache's tools" ""
  fi
}

# What `make load` needs.
meters() {
  if is_debian; then
    debian "the load generator" wrk util-linux
  else
    need wrk "your system's wrk package" "brew install wrk"
    need taskset "your system's util-linux package" "a Linux machine: make load reads /proc"
  fi
}

# What `make bench` needs.
chromium() {
  if is_debian; then
    debian "Chromium and its driver" chromium chromium-driver fonts-noto-cjk
  else
    need chromedriver "your system's chromium-driver package" "brew install --cask google-chrome chromedriver"
  fi
}

browsers() {
  if is_debian; then debian_browsers; else other_browsers; fi
}

toolchain=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
echo "Setup ($purpose), tools in $cache"
case $purpose in
  run | check | test | load | bench | size | deny) ;;
  *) die "unknown purpose $purpose: use run, check, test, load, bench, size or deny" ;;
esac
basics
rust
# Before the tools that take minutes to build, so that a missing package is reported early.
case $purpose in test | check) readers ;; esac
case $purpose in
  test)
    browsers
    hosts
    ;;
  load)
    hosts
    meters
    ;;
  bench) chromium ;;
esac
node_packages
case $purpose in
  test | load)
    node_modules/@cloudflare/workerd-*/bin/workerd --version >/dev/null 2>&1 ||
      die "npm's workerd does not run here: the tests of the proxies need Linux on x86_64 or arm64, with glibc"
    ;;
esac
cargo_tool trunk "$trunk_version" trunk 8
cargo_tool wasm-bindgen-cli "$wasm_bindgen_version" wasm-bindgen 4
cargo_tool wasm_split_cli_support "$wasm_split_version" wasm-split-cli 1 build-binary
if [ "$purpose" = test ]; then cargo_tool geckodriver "$geckodriver_version" geckodriver 3; fi
if [ "$purpose" = size ]; then cargo_tool twiggy "$twiggy_version" twiggy 1; fi
if [ "$purpose" = deny ]; then cargo_tool cargo-deny "$cargo_deny_version" cargo-deny 4; fi
