#!/bin/sh
# Installs the Debian packages named as arguments that are missing; says so, and uses sudo only if it must.
missing=""
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Greffier needs these packages of your system:$missing. Install them, then run this again." >&2
    exit 1
fi
root=""
[ "$(id -u)" -eq 0 ] || root="sudo"
echo "Installing from Debian:$missing${root:+ (with sudo)}"
# The unquoted lists are meant to be split.
# shellcheck disable=SC2086
$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
