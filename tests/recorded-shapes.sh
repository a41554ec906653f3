#!/usr/bin/env bash
# Compares the sandbox org's describes and limits with whole replies recorded from real orgs.
# Usage: tests/recorded-shapes.sh FOLDER [further arguments of dotnet test]   (FOLDER holds describe-<Object>.json files and limits*.json)
set -euo pipefail
if [ $# -lt 1 ] || [ ! -d "$1" ]; then
  echo "Usage: $0 FOLDER, a folder with describe-<Object>.json and limits*.json" >&2
  exit 2
fi
SALESRULES_RECORDED="$(cd "$1" && pwd)"
export SALESRULES_RECORDED
shift
cd "$(dirname "$0")/.."
exec dotnet test tests/SalesRules.Sandbox.Tests --filter FullyQualifiedName~RecordedShapeTests "$@" -- RunConfiguration.TreatNoTestsAsError=true
