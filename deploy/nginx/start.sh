#!/bin/sh
# Checks the settings, writes nginx's configuration from clipcart.conf.template, and becomes nginx.
#
#   deploy/nginx/start.sh          serves until it is stopped
#   deploy/nginx/start.sh check    checks the settings and the configuration, and ends
#
# All settings are environment variables; docs/hosting.md has a table of them. With a missing or wrong setting the script
# ends with one line that names it, before anything listens.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

die() { printf 'clipcart: %s\n' "$*" >&2; exit 1; }

# matches NAME PATTERN DESCRIPTION: checks the format of a setting before it goes into the configuration.
matches() {
  eval "value=\$$1"
  printf '%s' "$value" | LC_ALL=C grep -Eqx "$2" || die "$1 must be $3"
  # grep matches single lines. A second line would be another directive of nginx.
  case $value in *'
'*) die "$1 must be one line" ;; esac
}

# Paths.
: "${CLIPCART_DIST:=$here/../../dist}" "${CLIPCART_STATE:=/var/lib/clipcart}" "${CLIPCART_LOG:=/dev/stdout}"
: "${CLIPCART_ERROR_LOG:=stderr}" "${CLIPCART_ERROR_LEVEL:=emerg}" "${CLIPCART_CA_FILE:=/etc/ssl/certs/ca-certificates.crt}"
# KeyAPI, sign-in, limits and caching.
: "${KEYAPI_BASE:=https://api.keyapi.ai}" "${CLIPCART_PREFIX:=/}" "${CLIPCART_SIGN_IN:=basic}"
: "${CLIPCART_USERS_FILE:=/etc/clipcart/users}" "${CLIPCART_CLIENT_PER_MINUTE:=60}" "${CLIPCART_DAILY:=1000}"
: "${CLIPCART_CACHE_SECONDS:=3600}" "${CLIPCART_STALE_SECONDS:=86400}" "${CLIPCART_TIMEOUT_SECONDS:=25}"
: "${CLIPCART_AUTO_RUN:=true}"
# The calls beside the one for videos. An empty path is off, too.
: "${CLIPCART_COVERS_PATH=/v1/tiktok/covers/batch/download}" "${CLIPCART_PRODUCTS_PATH=/v1/tiktok/product/detail/analytics}"
: "${CLIPCART_RESOLVE:=true}" "${CLIPCART_LINKS_BASE:=}" "${CLIPCART_COVERS_DAILY:=2000}" "${CLIPCART_LINKS_DAILY:=2000}"
: "${CLIPCART_COVERS_CACHE_SECONDS:=72000}" "${CLIPCART_PRODUCTS_CACHE_SECONDS:=86400}"
# Addresses.
: "${CLIPCART_CERTIFICATE:=}" "${CLIPCART_CERTIFICATE_KEY:=}" "${CLIPCART_LISTEN:=}" "${CLIPCART_HTTP_LISTEN:=80}"
: "${CLIPCART_ACME_ROOT:=$CLIPCART_STATE/acme}" "${CLIPCART_TRUSTED_PROXIES:=}" "${CLIPCART_RESOLVER:=}"
: "${CLIPCART_WORKERS:=auto}"

path='/[A-Za-z0-9._/-]+'
for name in CLIPCART_DIST CLIPCART_STATE CLIPCART_CA_FILE CLIPCART_LOG CLIPCART_USERS_FILE CLIPCART_ACME_ROOT; do
  matches $name "$path" "an absolute path without spaces"
done
matches CLIPCART_ERROR_LOG "stderr|$path" "stderr or an absolute path"
matches CLIPCART_ERROR_LEVEL "emerg|alert|crit|error|warn|notice|info" "emerg, alert, crit, error, warn, notice or info"
matches CLIPCART_PREFIX '/([A-Za-z0-9_-][A-Za-z0-9._-]*/)*' "a path with a slash at both ends, such as / or /tools/clipcart/"
number='[1-9][0-9]{0,8}'
for name in CLIPCART_CLIENT_PER_MINUTE CLIPCART_CACHE_SECONDS CLIPCART_TIMEOUT_SECONDS CLIPCART_COVERS_CACHE_SECONDS \
  CLIPCART_PRODUCTS_CACHE_SECONDS; do
  matches $name "$number" "a whole number from 1"
done
for name in CLIPCART_DAILY CLIPCART_STALE_SECONDS CLIPCART_COVERS_DAILY CLIPCART_LINKS_DAILY; do
  matches $name "0|$number" "a whole number from 0"
done
for name in CLIPCART_AUTO_RUN CLIPCART_RESOLVE; do matches $name 'true|false' "true or false"; done
: "${CLIPCART_COVERS_PATH:=off}" "${CLIPCART_PRODUCTS_PATH:=off}"
for name in CLIPCART_COVERS_PATH CLIPCART_PRODUCTS_PATH; do
  matches $name 'off|(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+' "a path at KeyAPI, or off"
done
matches CLIPCART_WORKERS 'auto|[1-9][0-9]?' "auto or a number"
# http to this machine only: elsewhere the key would cross the network unencrypted.
base='https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._/-]*)?|http://(127\.0\.0\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9._/-]*)?'
matches KEYAPI_BASE "$base" "an https address"
KEYAPI_BASE=${KEYAPI_BASE%/}
# TikTok's own hosts, or the same below another address.
CLIPCART_LINKS_FRONT=https://
if [ -n "$CLIPCART_LINKS_BASE" ]; then
  matches CLIPCART_LINKS_BASE "$base" "an https address"
  CLIPCART_LINKS_FRONT=${CLIPCART_LINKS_BASE%/}/
fi

# The key: from the environment, or from a file.
if [ -n "${KEYAPI_KEY_FILE:-}" ]; then
  [ -z "${KEYAPI_KEY:-}" ] || die "give KEYAPI_KEY or KEYAPI_KEY_FILE, not both"
  KEYAPI_KEY=$(cat "$KEYAPI_KEY_FILE") || die "KEYAPI_KEY_FILE cannot be read"
fi
: "${KEYAPI_KEY:=}"
[ -n "$KEYAPI_KEY" ] || die "there is no key: set KEYAPI_KEY or KEYAPI_KEY_FILE"
# No message contains the key, not even a wrong one.
case $KEYAPI_KEY in *[!!-~]*) die "the key contains a space, a line break or another character that keys do not have" ;; esac

[ -f "$CLIPCART_DIST/index.html" ] && [ -f "$CLIPCART_DIST/_headers" ] ||
  die "$CLIPCART_DIST is not the output of 'make dist' (CLIPCART_DIST)"
CLIPCART_DIST=$(cd "$CLIPCART_DIST" && pwd)

# Sign-in. Leaving it to something in front has to be set explicitly.
case $CLIPCART_SIGN_IN in
  basic)
    [ -s "$CLIPCART_USERS_FILE" ] ||
      die "nobody may sign in: make $CLIPCART_USERS_FILE with htpasswd, or set CLIPCART_SIGN_IN=elsewhere if something in front signs people in"
    users=yes CLIPCART_USER='$remote_user'
    ;;
  # The users are not known here.
  elsewhere) users='' CLIPCART_SIGN_IN_LINES='' CLIPCART_USER='""' ;;
  *) die "CLIPCART_SIGN_IN must be basic or elsewhere" ;;
esac

umask 077
# A folder for this instance alone. A check has another one, so that it changes nothing of a running instance.
if [ "${1:-}" = check ]; then
  CLIPCART_STATE=$(mktemp -d)
  trap 'rm -rf "$CLIPCART_STATE"' EXIT
fi
mkdir -p "$CLIPCART_STATE"
CLIPCART_STATE=$(cd "$CLIPCART_STATE" && pwd)
[ -e "$CLIPCART_STATE/lock" ] || [ -z "$(ls -A "$CLIPCART_STATE" | grep -v '^lost+found$')" ] ||
  die "CLIPCART_STATE=$CLIPCART_STATE contains something else: give ClipCart an empty folder"
exec 9>"$CLIPCART_STATE/lock"
flock -n 9 || die "another ClipCart uses CLIPCART_STATE=$CLIPCART_STATE"
chmod 700 "$CLIPCART_STATE"
if [ -n "$users" ]; then
  users=$CLIPCART_STATE/users
  CLIPCART_SIGN_IN_LINES="auth_basic ClipCart; auth_basic_user_file $users;"
  # Not with cp, which copies the mode: a read-only copy could not be replaced at the next start.
  cat "$CLIPCART_USERS_FILE" >"$users" || die "CLIPCART_USERS_FILE cannot be read"
fi
# The folders that the workers write to.
folders='temp cache covers products links latest counts'
for folder in $folders; do mkdir -p "$CLIPCART_STATE/$folder"; done
CLIPCART_USER_LINE=
if [ "$(id -u)" -eq 0 ]; then
  worker=www-data
  CLIPCART_USER_LINE="user $worker;"
  chgrp "$worker" "$CLIPCART_STATE" ${users:+"$users"}
  chmod 710 "$CLIPCART_STATE"
  if [ -n "$users" ]; then chmod 640 "$users"; fi
  for folder in $folders; do chown -R "$worker:" "$CLIPCART_STATE/$folder"; done
  runuser -u "$worker" -- test -r "$CLIPCART_DIST/index.html" ||
    die "$worker, as which nginx reads files, can't read $CLIPCART_DIST: put it where everybody can, such as /srv/clipcart"
fi
# Older counts are kept for a month, to look at.
find "$CLIPCART_STATE/counts" -type f -mtime +30 -exec rm -f {} +

# Addresses and TLS.
at='([0-9.]+:|\[[0-9a-fA-F:]+\]:)?[0-9]+'
# listens NAME OPTIONS: nginx's listen directives for the addresses in a setting.
listens() {
  matches "$1" "$at( $at)*" "ports, or addresses with ports, separated by spaces"
  for place in $value; do printf 'listen %s%s; ' "$place" "$2"; done
}
CLIPCART_TLS_REDIRECT=
if [ -n "$CLIPCART_CERTIFICATE" ]; then
  matches CLIPCART_CERTIFICATE "$path" "an absolute path"
  matches CLIPCART_CERTIFICATE_KEY "$path" "an absolute path"
  : "${CLIPCART_LISTEN:=443}"
  CLIPCART_LISTEN_LINES="$(listens CLIPCART_LISTEN ' ssl http2') ssl_certificate $CLIPCART_CERTIFICATE;
    ssl_certificate_key $CLIPCART_CERTIFICATE_KEY; ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:clipcart_tls:2m; ssl_session_tickets off;"
  # The port of the first address, unless it is the default.
  to=:${CLIPCART_LISTEN%% *}
  to=:${to##*:}
  if [ "$to" = :443 ]; then to=; fi
  CLIPCART_TLS_REDIRECT="server {
    $(listens CLIPCART_HTTP_LISTEN '')
    server_name _;
    location = ${CLIPCART_PREFIX}healthz { default_type application/json; return 200 '{\"status\":\"ok\"}\\n'; }
    location /.well-known/acme-challenge/ { root $CLIPCART_ACME_ROOT; }
    location / { return 308 https://\$host$to\$request_uri; }
  }"
else
  # Without TLS for this machine only, unless set otherwise: passwords would cross the network unencrypted.
  : "${CLIPCART_LISTEN:=127.0.0.1:8080}"
  CLIPCART_LISTEN_LINES=$(listens CLIPCART_LISTEN '')
fi

CLIPCART_REAL_ADDRESS=
if [ -n "$CLIPCART_TRUSTED_PROXIES" ]; then
  matches CLIPCART_TRUSTED_PROXIES '[0-9a-fA-F.:/]+( [0-9a-fA-F.:/]+)*' "addresses or networks, separated by spaces"
  for network in $CLIPCART_TRUSTED_PROXIES; do
    CLIPCART_REAL_ADDRESS="$CLIPCART_REAL_ADDRESS set_real_ip_from $network;"
  done
  CLIPCART_REAL_ADDRESS="$CLIPCART_REAL_ADDRESS real_ip_header X-Forwarded-For; real_ip_recursive on;"
fi

if [ -z "$CLIPCART_RESOLVER" ]; then
  CLIPCART_RESOLVER=$(sed -n 's/^nameserver[[:space:]]*\([0-9.]*\)$/\1/p; s/^nameserver[[:space:]]*\([0-9a-f]*:[0-9a-f:]*\)$/[\1]/p' \
    /etc/resolv.conf 2>/dev/null | head -n 1)
fi
CLIPCART_RESOLVER_LINE=
if [ -n "$CLIPCART_RESOLVER" ]; then
  matches CLIPCART_RESOLVER '[0-9.]+(:[0-9]+)?|\[[0-9a-fA-F:]+\](:[0-9]+)?' "a name server's address"
  CLIPCART_RESOLVER_LINE="resolver $CLIPCART_RESOLVER valid=60s ipv6=off;"
elif printf '%s' "$KEYAPI_BASE" | grep -q '//[^/:]*[a-z]'; then
  die "no name server is in /etc/resolv.conf: set CLIPCART_RESOLVER"
elif [ "$CLIPCART_RESOLVE" = true ] && ! printf '%s' "$CLIPCART_LINKS_BASE" | grep -q '^http://127'; then
  die "no name server is in /etc/resolv.conf: set CLIPCART_RESOLVER, or CLIPCART_RESOLVE=false"
fi

# Under another path than the root, everything else is 404.
CLIPCART_SLASH= CLIPCART_ELSEWHERE=
if [ "$CLIPCART_PREFIX" != / ]; then
  CLIPCART_SLASH="location = ${CLIPCART_PREFIX%/} { return 308 $CLIPCART_PREFIX\$is_args\$args; }"
  CLIPCART_ELSEWHERE="location / { return 404; }"
fi

CLIPCART_BURST=nodelay
if [ "$CLIPCART_CLIENT_PER_MINUTE" -gt 1 ]; then CLIPCART_BURST="burst=$((CLIPCART_CLIENT_PER_MINUTE - 1)) nodelay"; fi
CLIPCART_RETRY_SECONDS=$(((60 + CLIPCART_CLIENT_PER_MINUTE - 1) / CLIPCART_CLIENT_PER_MINUTE))
CLIPCART_KEPT_SECONDS=$((CLIPCART_CACHE_SECONDS + CLIPCART_STALE_SECONDS))
CLIPCART_PRODUCTS_KEPT_SECONDS=$((CLIPCART_PRODUCTS_CACHE_SECONDS + CLIPCART_STALE_SECONDS))
# Each waits a little longer than the one behind it, so that the reason of a failure arrives.
CLIPCART_FRONT_SECONDS=$((CLIPCART_TIMEOUT_SECONDS + 2))
CLIPCART_LOCK_SECONDS=$((CLIPCART_TIMEOUT_SECONDS + 3))
CLIPCART_HERE=$here

# The paths below the proxy's, whatever they are at KeyAPI; nothing for a call that is off.
covers=/v1/tiktok/covers/batch/download products=/v1/tiktok/product/detail/analytics links=/resolve
CLIPCART_COVERS_AT=$CLIPCART_COVERS_PATH CLIPCART_PRODUCTS_AT=$CLIPCART_PRODUCTS_PATH
if [ "$CLIPCART_COVERS_PATH" = off ]; then covers='' CLIPCART_COVERS_AT=''; fi
if [ "$CLIPCART_PRODUCTS_PATH" = off ]; then products='' CLIPCART_PRODUCTS_AT=''; fi
if [ "$CLIPCART_RESOLVE" = false ]; then links=; fi
cat >"$CLIPCART_STATE/config.json" <<END
{"api":{"mode":"proxy","base":"${CLIPCART_PREFIX}api"},"ids_per_request":10,"auto_run":$CLIPCART_AUTO_RUN,"covers":"$covers","products":"$products","links":"$links"}
END
# The headers for every path in _headers.
awk '/^[^ \t#]/ { all = $1 == "/*" } all && /^[ \t]+[A-Za-z-]+:/ {
  sub(/^[ \t]+/, ""); name = $0; sub(/:.*/, "", name); value = $0; sub(/^[^:]*:[ \t]*/, "", value)
  if (tolower(name) != "cache-control") printf "add_header %s \"%s\" always;\n", name, value
}' "$CLIPCART_DIST/_headers" >"$CLIPCART_STATE/headers.conf"
grep -q '^add_header Content-Security-Policy ' "$CLIPCART_STATE/headers.conf" || die "$CLIPCART_DIST/_headers has no policy"

list=$(grep -oh '\${[A-Z_]*}' "$here/clipcart.conf.template" "$here/api.conf.template" | sort -u | tr '\n' ' ')
for name in $(printf '%s' "$list" | tr -d '${}'); do export "${name?}"; done
# proxy.js reads these from its environment.
export KEYAPI_KEY CLIPCART_PREFIX CLIPCART_STATE CLIPCART_DAILY CLIPCART_CACHE_SECONDS CLIPCART_TIMEOUT_SECONDS
export CLIPCART_COVERS_PATH CLIPCART_COVERS_DAILY CLIPCART_COVERS_CACHE_SECONDS CLIPCART_PRODUCTS_PATH
export CLIPCART_PRODUCTS_CACHE_SECONDS CLIPCART_RESOLVE CLIPCART_LINKS_DAILY
envsubst "$list" <"$here/api.conf.template" >"$CLIPCART_STATE/api.conf"
envsubst "$list" <"$here/clipcart.conf.template" >"$CLIPCART_STATE/nginx.conf"
# nginx's user reads this file. Its folder is closed to others.
chmod 644 "$CLIPCART_STATE/config.json"

nginx -e stderr -t -q -c "$CLIPCART_STATE/nginx.conf" || die "nginx rejects its configuration, for the reason above"
if [ "${1:-}" = check ]; then
  echo "clipcart: the settings are good"
  exit 0
fi
# A killed instance leaves its socket, and nginx does not start if the socket exists.
rm -f "$CLIPCART_STATE/proxy.sock"
exec nginx -e stderr -c "$CLIPCART_STATE/nginx.conf"
