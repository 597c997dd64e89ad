#!/bin/bash
# usage: install_packages.sh PACKAGE...
# Installs with apt those of the packages that are not here yet; does nothing, and needs no rights, where all
# of them are. On a system without apt it says what is wanted and goes on: the build's own checks decide.
set -euo pipefail

missing=()
for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "This system has no apt; these Debian packages, or what they are called here, are needed: ${missing[*]}" >&2
    exit 0
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Run as root, or install first: apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 "$@" </dev/null; }

echo "Installing: ${missing[*]}"
# The lists that are here may do; where they are absent or old, they are fetched.
wanted_is_known() { apt-get -q --simulate install --no-install-recommends "${missing[@]}" >/dev/null 2>&1; }
wanted_is_known || apt update

# Debian's PostgreSQL makes a cluster and starts it when it is installed. The tests run a server of their own,
# so for the time of the installation that is switched off.
for package in "${missing[@]}"; do
    case $package in postgresql-[0-9]*)
        conf=/etc/postgresql-common/createcluster.conf
        apt install --no-install-recommends postgresql-common
        "${as_root[@]}" cp "$conf" "$conf.limbeck"
        trap '"${as_root[@]}" mv "$conf.limbeck" "$conf"' EXIT
        "${as_root[@]}" sed -i -E 's/^#? *create_main_cluster *=.*/create_main_cluster = false/' "$conf"
        ;;
    esac
done

# A list may name a version that the mirror has since replaced: fetch the lists once more and try again.
apt install --no-install-recommends "${missing[@]}" ||
    { apt update && apt install --no-install-recommends "${missing[@]}"; }
