# Sourced by the scripts beside it: where the repository is, and tools that leave nothing behind.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Compilers and builds that do not stay in memory for the next one. The scripts build in one process as well: MSBuild's
# workers outlive a build that is interrupted.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# Temporary files go where git looks away; sockets among them have paths of at most 107 bytes.
if [ ${#root} -le 64 ]; then
    mkdir -p "$root/artifacts/tmp"
    # What the tools of earlier runs have left there.
    find "$root/artifacts/tmp" -mindepth 1 -maxdepth 1 -mmin +120 -exec rm -rf {} +
    export TMPDIR="$root/artifacts/tmp"
fi

# Runs a program that ends when this script is told to, or is killed.
run() {
    setpriv --pdeathsig TERM -- "$@" &
    child=$!
    trap 'kill -TERM $child 2>/dev/null; wait $child; exit 130' INT TERM HUP
    wait $child
}
