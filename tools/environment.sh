# Make .venv hold exactly the packages of a lock file. Sourced by ./run and ./test:
#     house=FOLDER; . tools/environment.sh; environment requirements.txt
# The stamp is a copy of the lock, kept with the packages it describes: while it is equal, nothing is
# installed and no network is needed; a lock that changed or another Python's .venv is made good.

find_python() {
    local candidate found=""
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        "$candidate" -c 'import ensurepip, venv' 2>/dev/null && echo "$candidate" && return
        found=$candidate
    done
    if [ -n "$found" ]; then
        echo "$found lacks its venv module: install it (Debian and Ubuntu: apt-get install python3-venv)." >&2
    else
        echo "Says Who? needs Python 3.11 or newer, and none was found." >&2
    fi
    return 1
}

where_packages_are() {
    "$house/.venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))' 2>/dev/null
}

make_venv() {
    local python
    python=$(find_python)
    "$python" -m venv --clear "$house/.venv"
}

environment() {
    local lock="$house/$1" stamp
    stamp="$(where_packages_are || echo "$house/.venv")/says-who-$1"
    cmp -s "$lock" "$stamp" && return
    echo "Installing what $1 names into .venv; this happens once." >&2
    "$house/.venv/bin/python" -c 'import pip' 2>/dev/null || make_venv
    "$house/.venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes --requirement "$lock"
    cp "$lock" "$(where_packages_are)/says-who-$1"
}
