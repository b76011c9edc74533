#!/usr/bin/env bash
# Publishes apps/PingResponder, boots it in QEMU and pings it with this machine's own ping, over a network of its own.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

"$root/build/setup.sh"
echo "demo: building"
run dotnet msbuild build/Uk.Repository -restore -maxCpuCount:1 -property:Configuration=Release -verbosity:quiet -nologo
exec dotnet build/Uk.Repository/bin/Release/net10.0/Uk.Repository.dll demo "$root" "$@"
