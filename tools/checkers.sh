# What the tests need besides Python packages: a browser with fonts, Java, and the Nu Html Checker.
# Sourced by ./test. What is missing comes from the system's packages (Debian, Ubuntu) and from npm.

has() {
    command -v "$1" >/dev/null
}

find_missing() {
    missing=()
    has chromium || has chromium-browser || has google-chrome || missing+=(chromium)
    java -version >/dev/null 2>&1 || missing+=(default-jre-headless)
    nu_is_there || has npm || missing+=(npm)
    "$(where_packages_are)/playwright/driver/node" --version >/dev/null 2>&1 || missing+=(libatomic1)
    if has apt-get && ! find /usr/share/fonts -name '*.[ot]tf' 2>/dev/null | grep -q .; then
        missing+=(fonts-liberation fonts-dejavu-core)
    fi
}

install_missing() {
    local missing as_root=""
    find_missing
    [ ${#missing[@]} -gt 0 ] || return 0
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    if ! has apt-get || ! has "${as_root:-apt-get}"; then
        echo "The tests need ${missing[*]}: install what is missing and run ./test again." >&2
        return 1
    fi
    echo "Installing ${missing[*]} from the system's packages; this happens once." >&2
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

nu_is_there() {
    cmp -s "$house/tests/nu/package-lock.json" "$house/.venv/nu/package-lock.json" &&
        [ -f "$house/.venv/nu/node_modules/vnu-jar/build/dist/vnu.jar" ]
}

install_nu() {
    nu_is_there && return
    mkdir -p "$house/.venv/nu"
    cp "$house/tests/nu/package.json" "$house/tests/nu/package-lock.json" "$house/.venv/nu"
    (cd "$house/.venv/nu" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null)
}

checkers() {
    install_missing
    install_nu
}
