#!/usr/bin/env bash
# Runs every test and closes with one line: N passed, N failed, N skipped.
# Brings what the tests need: Node.js with npm (real Salesforce clients are pointed at the sandbox org), and PostgreSQL
# (the tests start a server of their own from the installed binaries; none needs to run).
# Usage: ./test.sh [further arguments of dotnet test, such as --filter FullyQualifiedName~Sandbox]
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null; then
  echo "The tests need the .NET 10 SDK: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

# Installs Debian packages, as root or by sudo. First what they are for, then their names.
install() {
  local reason="$1" asroot
  shift
  echo "Installing $*: $reason." >&2
  if [ "$(id -u)" = 0 ]; then
    asroot=""
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    asroot="sudo -n"
  else
    echo "That needs root: run 'apt-get install $*' as root, then this script again." >&2
    exit 1
  fi
  $asroot apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $asroot apt-get install -y -qq --no-install-recommends "$@"
}

# The server's binaries, where the packages of Debian, Red Hat and Homebrew put them.
has_postgres() {
  compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || compgen -G "/usr/pgsql-*/bin/initdb" >/dev/null ||
    compgen -G "/opt/homebrew/opt/postgresql@*/bin/initdb" >/dev/null || compgen -G "/usr/local/opt/postgresql@*/bin/initdb" >/dev/null
}

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  install "the tests point a real Salesforce client at the sandbox org" nodejs npm
fi
if ! has_postgres; then
  install "the journal is tested on PostgreSQL too" postgresql
fi
npm ci --prefix tests/SalesRules.Sandbox.Tests/Clients --no-audit --no-fund --loglevel=error >&2

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
status=0
# A filter may leave a project without tests; a whole run may not.
if [[ "$*" == *--filter* ]]; then settings=(); else settings=(-- RunConfiguration.TreatNoTestsAsError=true); fi
dotnet test SalesRules.sln --logger trx --results-directory "$results" "$@" "${settings[@]}" || status=$?

# What failed, once more at the end: a long log is read from there.
failures() {
  awk '
    /<UnitTestResult / { failed = /outcome="Failed"/; if (failed) { match($0, /testName="[^"]*"/); print "FAILED " substr($0, RSTART + 10, RLENGTH - 11); lines = 0 } }
    failed && /<Message>/ { message = 1; sub(/.*<Message>/, "") }
    message && lines++ < 15 { line = $0; sub(/<\/Message>.*/, "", line); print "  " line }
    /<\/Message>/ { message = 0 }
  ' "$@" | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#xD;//g; s/&amp;/\&/g'
}

# One trx file a project: their counters are the total. A project that produced none has failed to run.
passed=0 failed=0 total=0
for trx in "$results"/*.trx; do
  [ -e "$trx" ] || continue
  counters="$(grep -m1 -o '<Counters [^>]*>' "$trx" || true)"
  number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  if [ -z "$counters" ]; then
    echo "$trx has no counters: a test project ended before its end." >&2
    status=1
    continue
  fi
  passed=$((passed + $(number passed)))
  total=$((total + $(number total)))
  failed=$((failed + $(number failed)))
done
if [ "$failed" -gt 0 ]; then failures "$results"/*.trx; fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "dotnet test ended with $status before every test had run: see above." >&2
  failed=1 total=$((total + 1))
fi
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
exit "$status"
