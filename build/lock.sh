#!/usr/bin/env bash
# Writes packages.lock.json of every project anew: after a change of a package's version or of a reference. CI takes no others.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

run dotnet msbuild build/Restore.proj -target:Restore -property:RestoreForceEvaluate=true -property:RestoreLockedMode=false -maxCpuCount:1 -verbosity:quiet -nologo
echo "lock: $(find . -name packages.lock.json -not -path './artifacts/*' | wc -l) projects"
