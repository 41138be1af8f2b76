#!/bin/sh
# Makes public/sample/clip.mp4, the clip of every row of the sample data.
# ffmpeg computes everything in it: no footage, font or recording is used.
# Every browser engine plays H.264 main, 4:2:0 with AAC. faststart puts the index first,
# so that playback starts before the whole file has arrived.
set -eu
cd "$(dirname "$0")/.."

seconds=7

# disc WIDTH COLOR OPACITY EDGE: a soft disc in one color that fades over the last EDGE pixels.
disc() {
  echo "color=$2:s=$1x$1:r=30:d=$seconds,format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='$3*clip(($1/2-hypot(X-$1/2+.5,Y-$1/2+.5))/$4,0,1)'"
}

# The orbits make whole turns during the clip, so that it loops without a jump.
turn="2*PI*t/$seconds"

# ramp FROM TO: the sky goes from one color value (top left) to another (bottom right), in one wave per clip.
# It is computed small and scaled up: smooth, and a hundred times faster.
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
