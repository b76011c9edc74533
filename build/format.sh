#!/usr/bin/env bash
# Formats the sources as .editorconfig says: build/format.sh [--check]. With --check it changes nothing, and fails where it would.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

check=()
case ${1:-} in
    "") ;;
    --check) check=(--verify-no-changes) ;;
    *) echo "usage: build/format.sh [--check]" >&2; exit 2 ;;
esac

# Left alone: code that is wrong on purpose, or written by a generator.
tests=tests/UkGen.Tests
run dotnet format whitespace . --folder "${check[@]}" \
    --exclude artifacts tests/UkGen.Analyzers.Tests/Corpus $tests/Rejected $tests/Snapshots $tests/Fakes $(git ls-files '*.g.cs')
