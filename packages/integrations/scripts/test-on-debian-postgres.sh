#!/usr/bin/env bash
# Runs what talks to Postgres against Debian's server instead of the embedded one; needs the package `postgresql`.
# As root the server runs as the package's user `postgres`. Everything is in a temporary folder that is deleted.
set -euo pipefail
root="$(cd "$(dirname "$0")/../../.." && pwd)"

bin="$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)"
if [ -z "$bin" ]; then
  echo "Debian's Postgres is not installed. Run: apt-get install postgresql" >&2
  exit 1
fi

folder="$(mktemp -d)"
as_owner() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as_owner() { setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; }
fi
cd "$folder"
stop() {
  as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

port="$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
as_owner "$bin/initdb" -D "$folder/data" -A trust -U postgres >/dev/null
as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
  -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off" start >/dev/null

cd "$root"
TEST_POSTGRES_URL="postgres://postgres@127.0.0.1:$port/postgres" \
  pnpm exec vitest run --project @org/integrations --typecheck.enabled=false \
  stores outbox ledger sessions dead-letters "$@"
