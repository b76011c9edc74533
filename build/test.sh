#!/usr/bin/env bash
# Builds what is tested and tests it: build/test.sh [quick] [--seed N] [PROJECT…]. Without arguments everything is built and all
# tests run; `quick` leaves out what needs more images than one. The last line is `N passed, N failed`, with `, N skipped`
# where tests were.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

fail() {
    echo "test: $1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

tools=tests
for argument in "$@"; do [ "$argument" != quick ] || tools=quick; done
"$root/build/setup.sh" $tools || fail "the tools above are needed"
run dotnet msbuild build/Uk.Repository -restore -maxCpuCount:1 -property:Configuration=Release -verbosity:quiet -nologo || fail "build/Uk.Repository does not build"
exec dotnet build/Uk.Repository/bin/Release/net10.0/Uk.Repository.dll test "$root" "$@"
