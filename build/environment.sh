# Sourced by the scripts beside it: where the repository is, and tools that leave nothing behind.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Compilers and builds that do not stay in memory for the next one.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
# A build in several processes leaves those that were just starting behind when it is interrupted.
one_process=(-maxCpuCount:1)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# Temporary files go where git looks away; sockets among them have paths of at most 107 bytes.
if [ ${#root} -le 64 ]; then
    mkdir -p "$root/artifacts/tmp"
    export TMPDIR="$root/artifacts/tmp"
fi

# Runs a program that ends when this script is told to.
run() {
    "$@" &
    child=$!
    trap 'kill -TERM $child 2>/dev/null; wait $child; exit 130' INT TERM HUP
    wait $child
}
