#!/bin/sh
# Makes public/sample/clip.mp4, the one clip behind every row of the sample data.
# Everything in it is computed here by ffmpeg: no footage, font or recording is used.
# H.264 main, 4:2:0 with AAC is what every browser engine plays; faststart puts the index first,
# so that playing starts before the file has come whole.
set -eu
cd "$(dirname "$0")/.."

seconds=7

# A soft disc, `d` pixels wide, in one colour: opaque within, fading over the last pixels of its edge.
disc() {
  echo "color=$2:s=$1x$1:r=30:d=$seconds,format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='$3*clip(($1/2-hypot(X-$1/2+.5,Y-$1/2+.5))/$4,0,1)'"
}

# The orbits run in whole turns over the clip, so that it loops without a jump.
turn="2*PI*t/$seconds"

# The sky runs from one colour value (top left) to another (bottom right), breathing once a clip.
# It is computed small and scaled up: smooth, and a hundred times quicker.
ramp() {
  echo "$1+($2-$1)*clip((X/17+Y/31)/2+.2*sin(2*PI*T/$seconds+Y/20),0,1)"
}
graph="
color=black:s=18x32:r=30:d=$seconds,format=gbrp,geq=r='$(ramp 46 16)':g='$(ramp 34 158)':b='$(ramp 98 138)',scale=360:640:flags=bicubic[sky];
$(disc 300 0x8ff0dc 60 150)[glow];
$(disc 150 0xffb454 255 1.5)[sun];
$(disc 44 0xf4fffb 255 1.5)[moon];
$(disc 22 0xff7a59 255 1.5)[dot];
color=0xffb454:s=360x8:r=30:d=${seconds}[bar];
[sky][glow]overlay=x='30+40*sin($turn)':y='150+30*cos($turn)'[a];
[a][sun]overlay=x='105+24*sin($turn)':y='225+36*cos($turn)'[b];
[b][moon]overlay=x='158+130*sin(2*$turn)':y='278+190*cos(2*$turn)'[c];
[c][dot]overlay=x='169+150*cos(3*$turn)':y='289+110*sin(3*$turn)'[d];
[d][bar]overlay=x='-360+360*t/$seconds':y=632,format=yuv420p[picture];
aevalsrc=exprs='.03*sin(2*PI*220*t)+.02*sin(2*PI*277.18*t)+.02*sin(2*PI*329.63*t)':s=44100:d=$seconds,afade=t=in:d=1,afade=t=out:st=$((seconds - 2)):d=2[tone]"

ffmpeg -hide_banner -loglevel error -y -filter_complex "$graph" -map '[picture]' -map '[tone]' \
  -t "$seconds" -c:v libx264 -profile:v main -level 3.0 -preset veryslow -crf 27 -threads 1 \
  -g 60 -c:a aac -b:a 40k -ac 1 -movflags +faststart -map_metadata -1 \
  -fflags +bitexact -flags:v +bitexact -flags:a +bitexact public/sample/clip.mp4
