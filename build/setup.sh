#!/usr/bin/env bash
# Installs the host's tools that building, booting and testing (`setup.sh tests`) need, where they are missing. Debian and its relatives.
set -euo pipefail

has() { PATH="$PATH:/usr/sbin:/sbin" command -v "$1" > /dev/null; }

if ! has dotnet; then
    echo "setup: the .NET 10 SDK is missing: https://dotnet.microsoft.com/download" >&2
    exit 2
fi

packages=()
has qemu-system-x86_64 || packages+=(qemu-system-x86)
{ has as && has ld && has nm && has addr2line && has readelf && has strip; } || packages+=(binutils)
has ip || packages+=(iproute2)
has ping || packages+=(iputils-ping)
has gdb || packages+=(gdb)
# DPDK's testpmd is the other end of vhost-user ports in tests and benchmarks; its drivers are packages of their own.
has dpdk-testpmd || packages+=(dpdk-dev librte-net-vhost23 librte-net-virtio23)
# A browser looks at the reports in a test; without one that test is skipped.
if [ "${1:-}" = tests ] && ! has chromium; then
    if [ "$(id -u)" -eq 0 ] && has apt-get; then
        packages+=(chromium)
    else
        echo "setup: chromium is missing: the test that looks at reports is skipped. Install it: sudo apt-get install --no-install-recommends chromium" >&2
    fi
fi
[ ${#packages[@]} -gt 0 ] || exit 0

install="apt-get install --yes --no-install-recommends ${packages[*]}"
if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
    echo "setup: missing here: ${packages[*]}. Install with:" >&2
    echo "    sudo $install" >&2
    exit 2
fi

echo "setup: installing ${packages[*]}"
export DEBIAN_FRONTEND=noninteractive
# A fresh container has no package lists, and stale ones name files that are gone.
apt-get install --dry-run "${packages[@]}" > /dev/null 2>&1 || apt-get update --quiet
$install > /dev/null || { apt-get update --quiet && $install; }
