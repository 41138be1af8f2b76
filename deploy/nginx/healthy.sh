#!/bin/bash
# Whether the proxy answers: ends with 0 if it does. For engines and monitors on the same machine, without TLS.
#
# bash speaks TCP itself, so that an image needs no curl. Asks the health address, which costs nothing.
set -eu
# The first place that it listens at; a port alone is one of this machine's.
place=${CLIPCART_LISTEN:-127.0.0.1:8080}
place=${place%% *}
host=127.0.0.1
if [[ $place == *:* ]]; then host=${place%:*} host=${host#[} host=${host%]}; fi
if [[ $host == 0.0.0.0 || $host == :: ]]; then host=127.0.0.1; fi
exec 3<>"/dev/tcp/$host/${place##*:}"
printf 'GET %shealthz HTTP/1.0\r\nHost: localhost\r\n\r\n' "${CLIPCART_PREFIX:-/}" >&3
read -r status <&3
[[ $status == *' 200 '* ]]
