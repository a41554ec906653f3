#!/usr/bin/env bash
# The long suite: what the tests of every build do in small, in large. Minutes to an hour; closes as ./test.sh does.
#   SALESRULES_FUZZ=100000  inputs for each fuzz test
#   SALESRULES_HISTORIES=10000  random histories of an org through the whole run (0.2 s of processor time each);
#                           SALESRULES_READING_HISTORIES=100000 of the reading alone (5 ms each)
#   SALESRULES_LONG=1       every kill point of larger runs, kills at random under load; 50,000 equal stamps, 500 reverted orgs, a quarter of 2,000 deals, with and without 50 kills
# Usage: tests/long.sh [further arguments of dotnet test, such as --filter FullyQualifiedName~Fuzz]
set -euo pipefail
cd "$(dirname "$0")/.."
export SALESRULES_FUZZ="${SALESRULES_FUZZ:-100000}" SALESRULES_LONG=1
export SALESRULES_HISTORIES="${SALESRULES_HISTORIES:-10000}" SALESRULES_READING_HISTORIES="${SALESRULES_READING_HISTORIES:-100000}"
if [ "$#" -eq 0 ]; then set -- --filter "FullyQualifiedName~Fuzz|FullyQualifiedName~Crash|FullyQualifiedName~Race|FullyQualifiedName~TwoNodes|FullyQualifiedName~EndToEnd.Tests.Histories|FullyQualifiedName~EqualStamps|FullyQualifiedName~RevertProperties|FullyQualifiedName~QuarterTests|FullyQualifiedName~KilledDelivery|FullyQualifiedName~LedgerProperties"; fi
exec ./test.sh "$@"
