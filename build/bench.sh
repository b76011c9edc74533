#!/usr/bin/env bash
# Measures: `build/bench.sh size`, or boot, lang, dataplane, keyvalue, soak, structures, idle, analyzers, innerloop. Results go to artifacts/bench as well.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

"$root/build/setup.sh"
run dotnet msbuild tests/Uk.Bench -restore -maxCpuCount:1 -property:Configuration=Release -verbosity:quiet -nologo
exec dotnet tests/Uk.Bench/bin/Release/net10.0/Uk.Bench.dll "$@"
