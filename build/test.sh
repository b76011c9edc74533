#!/usr/bin/env bash
# Builds everything and runs all tests. The last line is `N passed, N failed`, with `, N skipped` where tests were.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

fail() {
    echo "test: $1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

"$root/build/setup.sh" tests || fail "the tools above are needed"
echo "test: building"
run dotnet msbuild UkGen.sln -restore -maxCpuCount:1 -property:Configuration=Release -verbosity:quiet -nologo || fail "the solution does not build"
exec dotnet build/Uk.Repository/bin/Release/net10.0/Uk.Repository.dll test "$root" "$@"
