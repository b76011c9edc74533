#!/usr/bin/env bash
# Makes all packages: build/pack.sh [--output FOLDER]. Without a folder they go to artifacts/feed, which is a NuGet source then.
set -euo pipefail
started_in=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

feed=$root/artifacts/feed
while [ $# -gt 0 ]; do
    case $1 in
        --output) [ $# -ge 2 ] || { # What each holds, and how it was made: beside it.
rm -f "$feed"/{Uk,UkGen,dotnet-uk}.*.nupkg.{cdx,provenance}.json
run dotnet build/Uk.Tool/bin/Release/net10.0/uk.dll materials --sdk "$(dotnet --version)" "$feed"/Uk.*.nupkg "$feed"/UkGen.*.nupkg "$feed"/dotnet-uk.*.nupkg
echo "pack: --output takes a folder" >&2; exit 2; }
                  feed=$(cd "$started_in" && mkdir -p "$2" && cd "$2" && pwd); shift 2 ;;
        *) echo "usage: build/pack.sh [--output FOLDER]" >&2; exit 2 ;;
    esac
done

mkdir -p "$feed"
# A package of the same version that is there already would stay: what is packed is what there is.
rm -f "$feed"/Uk.*.nupkg "$feed"/UkGen.*.nupkg "$feed"/dotnet-uk.*.nupkg
run dotnet msbuild build/Packages.proj -restore -maxCpuCount:1 -property:UkFeed="$feed" -verbosity:quiet -nologo
# What each holds, and how it was made: beside it.
rm -f "$feed"/{Uk,UkGen,dotnet-uk}.*.nupkg.{cdx,provenance}.json
run dotnet build/Uk.Tool/bin/Release/net10.0/uk.dll materials --sdk "$(dotnet --version)" "$feed"/Uk.*.nupkg "$feed"/UkGen.*.nupkg "$feed"/dotnet-uk.*.nupkg
echo "pack: $(ls "$feed"/*.nupkg | wc -l) packages in $feed"
