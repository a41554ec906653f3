#!/usr/bin/env bash
# Runs every test and closes with one line: N passed, N failed, N skipped.
# Brings what the tests need: Node.js with npm (jsforce, a real Salesforce client, is pointed at the sandbox org).
# Usage: ./test.sh [further arguments of dotnet test, such as --filter FullyQualifiedName~Sandbox]
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Installing Node.js and npm: the tests point a real Salesforce client at the sandbox org." >&2
  if [ "$(id -u)" = 0 ]; then sudo=""; else sudo="sudo"; fi
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq nodejs npm
fi
npm ci --prefix tests/SalesRules.Sandbox.Tests/Clients --no-audit --no-fund --loglevel=error >&2

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
status=0
dotnet test SalesRules.sln --logger trx --results-directory "$results" "$@" -- RunConfiguration.TreatNoTestsAsError=true || status=$?

# One trx file a project: their counters are the total. A project that produced none has failed to run.
passed=0 failed=0 total=0
for trx in "$results"/*.trx; do
  [ -e "$trx" ] || continue
  counters="$(grep -m1 -o '<Counters [^>]*>' "$trx")"
  number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  passed=$((passed + $(number passed)))
  total=$((total + $(number total)))
  failed=$((failed + $(number failed)))
done
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "dotnet test ended with $status before every test had run: see above." >&2
  failed=1 total=$((total + 1))
fi
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
exit "$status"
