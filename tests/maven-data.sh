#!/usr/bin/env bash
# Loads the public CRM data set of Maven Analytics into a sandbox org by the map that we ship, checks every count, and every figure of docs/maven.md.
# Usage: tests/maven-data.sh FOLDER [further arguments of dotnet test]   (FOLDER holds the four maven-*.csv files)
set -euo pipefail
if [ $# -lt 1 ] || [ ! -f "$1/maven-sales_pipeline.csv" ]; then
  echo "Usage: $0 FOLDER, a folder with maven-sales_pipeline.csv, maven-accounts.csv, maven-products.csv and maven-sales_teams.csv" >&2
  exit 2
fi
SALESRULES_MAVEN_DATA="$(cd "$1" && pwd)"
export SALESRULES_MAVEN_DATA
shift
cd "$(dirname "$0")/.."
dotnet test tests/SalesRules.Sandbox.Tests --filter FullyQualifiedName~RealHardwareData "$@" -- RunConfiguration.TreatNoTestsAsError=true
exec dotnet test tests/SalesRules.EndToEnd.Tests --filter FullyQualifiedName~RealDataReport "$@" -- RunConfiguration.TreatNoTestsAsError=true
