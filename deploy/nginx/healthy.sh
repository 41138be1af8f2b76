#!/bin/bash
# Exits with 0 if the proxy responds. For container engines and monitors on the same machine, without TLS.
#
# bash can open TCP connections, so that an image needs no curl. The health check costs nothing.
set -eu
# The first address that it listens on. A port alone is on this machine.
place=${CLIPCART_LISTEN:-127.0.0.1:8080}
place=${place%% *}
host=127.0.0.1
if [[ $place == *:* ]]; then host=${place%:*} host=${host#[} host=${host%]}; fi
if [[ $host == 0.0.0.0 || $host == :: ]]; then host=127.0.0.1; fi
exec 3<>"/dev/tcp/$host/${place##*:}"
printf 'GET %shealthz HTTP/1.0\r\nHost: localhost\r\n\r\n' "${CLIPCART_PREFIX:-/}" >&3
read -r status <&3
[[ $status == *' 200 '* ]]
