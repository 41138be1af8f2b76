#!/bin/sh
# Draws public/icons/*.png from public/favicon.svg, the only source of the logo.
# Needs an ffmpeg built with librsvg (Debian's is).
set -eu
cd "$(dirname "$0")/../public"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# png <drawing> <pixels> <file>
png() {
  ffmpeg -hide_banner -loglevel error -y -width "$2" -height "$2" -i "$1" -frames:v 1 \
    -compression_level 9 -pred mixed -fflags +bitexact -flags:v +bitexact "icons/$3"
}

# For systems that cut the shape themselves (Android's masks, iOS's corners) the tile fills the square,
# and the logo stays within the safe zone, the middle four fifths.
sed -e 's/ rx="15"//' -e 's|<g stroke|<g transform="translate(7 7) scale(.78)"><g stroke|' \
  -e 's|</svg>|</g></svg>|' favicon.svg > "$work/full.svg"

mkdir -p icons
png favicon.svg 192 icon-192.png
png favicon.svg 512 icon-512.png
png "$work/full.svg" 512 maskable-512.png
png "$work/full.svg" 180 apple-touch-icon.png
