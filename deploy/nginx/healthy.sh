#!/bin/bash
# Whether the proxy answers: ends with 0 if it does. For engines and monitors on the same machine, without TLS.
#
# bash speaks TCP itself, so that an image needs no curl. Asks the health address, which costs nothing.
set -eu
listen=${CLIPCART_LISTEN:-127.0.0.1:8080}
exec 3<>"/dev/tcp/127.0.0.1/${listen##*:}"
printf 'GET %shealthz HTTP/1.0\r\nHost: localhost\r\n\r\n' "${CLIPCART_PREFIX:-/}" >&3
read -r status <&3
[[ $status == *' 200 '* ]]
