#!/usr/bin/env bash
# The long suite: what the tests of every build do in small, in large. Minutes to an hour; closes as ./test.sh does.
#   SALESRULES_FUZZ=100000  inputs for each fuzz test
#   SALESRULES_LONG=1       every kill point of larger runs, kills at random under load
# Usage: tests/long.sh [further arguments of dotnet test, such as --filter FullyQualifiedName~Fuzz]
set -euo pipefail
cd "$(dirname "$0")/.."
export SALESRULES_FUZZ="${SALESRULES_FUZZ:-100000}" SALESRULES_LONG=1
if [ "$#" -eq 0 ]; then set -- --filter "FullyQualifiedName~Fuzz|FullyQualifiedName~Crash|FullyQualifiedName~Race|FullyQualifiedName~TwoNodes|FullyQualifiedName~LedgerProperties"; fi
exec ./test.sh "$@"
