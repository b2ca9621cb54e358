# Shared by packaging/run, packaging/test and packaging/constrain, which source it after setting
# $root, the checkout. It prepares two things: the system packages that Qt loads, and .venv.
# shellcheck shell=sh

# shellcheck disable=SC2154  # the caller sets it
venv=$root/.venv

# What the wheels of Qt load from the system, and the Debian or Ubuntu package that holds it.
# Their own dependencies bring the rest; "readelf -d" on Qt's plugins is where the list comes from.
system_libraries='
libEGL.so.1               libegl1
libGL.so.1                libgl1
libX11-xcb.so.1           libx11-xcb1
libcups.so.2              libcups2
libdbus-1.so.3            libdbus-1-3
libfontconfig.so.1        libfontconfig1
libglib-2.0.so.0          libglib2.0-0
libgssapi_krb5.so.2       libgssapi-krb5-2
libwayland-cursor.so.0    libwayland-cursor0
libwayland-egl.so.1       libwayland-egl1
libxcb-cursor.so.0        libxcb-cursor0
libxcb-icccm.so.4         libxcb-icccm4
libxcb-keysyms.so.1       libxcb-keysyms1
libxcb-randr.so.0         libxcb-randr0
libxcb-shape.so.0         libxcb-shape0
libxcb-sync.so.1          libxcb-sync1
libxcb-xfixes.so.0        libxcb-xfixes0
libxkbcommon-x11.so.0     libxkbcommon-x11-0
'

# Programs that the tests drive: the journeys, and the simulated power cuts. With their packages.
test_programs='
Xvfb       xvfb
xdotool    xdotool
openbox    openbox
dbus-daemon dbus-daemon
strace     strace
/usr/libexec/at-spi-bus-launcher at-spi2-core
'

say() {
    printf '%s\n' "$*" >&2
}

give_up() {
    say "$*"
    exit 1
}

# --- Python -------------------------------------------------------------------------------------

# Prints the real interpreter behind $1 if its version is one that Xidu supports.
fitting_python() {
    "$1" -I -c 'import os, sys
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(1)
print(os.path.realpath(getattr(sys, "_base_executable", sys.executable)))' 2>/dev/null
}

find_python() {
    if [ -n "${XIDU_PYTHON:-}" ]; then
        fitting_python "$XIDU_PYTHON" ||
            give_up "XIDU_PYTHON names $XIDU_PYTHON, which is not Python 3.11, 3.12 or 3.13."
        return
    fi
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null && fitting_python "$candidate"; then
            return
        fi
    done
    advice='install one of them and start again.'
    for version in 3.13 3.12 3.11; do
        if apt-cache show "python$version" >/dev/null 2>&1; then
            advice="install one with \"$(as_root)apt-get install -y python$version python$version-venv\" and start again."
            break
        fi
    done
    give_up "Xidu needs Python 3.11, 3.12 or 3.13, and this machine has none of them: $advice"
}

# --- System packages ----------------------------------------------------------------------------

# Prints "library package" for each system library that is missing.
missing_libraries() {
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
    printf '%s' "$system_libraries" | while read -r library package; do
        case $known in
            *"$library "*) ;;
            *) [ -z "$library" ] || printf '%s %s\n' "$library" "$package" ;;
        esac
    done
}

# Prints "program package" for each program of the tests that is missing.
missing_programs() {
    printf '%s' "$test_programs" | while read -r program package; do
        [ -z "$program" ] || command -v "$program" >/dev/null || printf '%s %s\n' "$program" "$package"
    done
}

# Prints "module package" if Python $1 cannot make a virtual environment, as on a bare Debian.
missing_modules() {
    "$1" -I -c 'import ensurepip, venv' 2>/dev/null ||
        "$1" -I -c 'import sys; print("venv", "python%d.%d-venv" % sys.version_info[:2])'
}

# Prints what stands before a command that only the administrator may run.
as_root() {
    if [ "$(id -u)" != 0 ] && command -v sudo >/dev/null; then
        printf 'sudo '
    fi
}

may_install() {
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

# Runs a command of apt quietly; what it printed appears, without addresses, when it fails.
quietly() {
    if ! output=$("$@" 2>&1 </dev/null); then
        printf '%s\n' "$output" | without_addresses >&2
        return 1
    fi
}

without_addresses() {
    sed -e 's#[a-z+]*://[^ ]*#(address)#g' -e "s/host='[^']*'/host/g"
}

# Installs the packages in the second column of $1, or says how to.
install_packages() {
    [ -n "$1" ] || return 0
    names=$(printf '%s\n' "$1" | sed 's/ .*//' | tr '\n' ' ')
    packages=$(printf '%s\n' "$1" | sed 's/.* //' | tr '\n' ' ')
    names=${names% } packages=${packages% }
    command -v apt-get >/dev/null ||
        give_up "Xidu needs from this system what is missing here: $names."

    sudo=$(as_root)
    command="${sudo}apt-get install -y --no-install-recommends $packages"
    set -- /var/lib/apt/lists/*_Packages*
    [ -e "$1" ] || command="${sudo}apt-get update && $command"
    how=${sudo:+install them with}
    may_install || give_up "Xidu needs some system packages; ${how:-as root, install them with}: $command"

    say "Installing system packages: $packages"
    # A list of packages that cannot be renewed is no reason to stop: the old one may do.
    quietly ${sudo:+sudo -n} apt-get update -qq || true
    # shellcheck disable=SC2086  # one word a package
    quietly ${sudo:+sudo -n} env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $packages ||
        give_up "The system packages could not be installed; try it yourself with: $command"
}

# --- The virtual environment --------------------------------------------------------------------

# Everything the environment depends on, as one line. This runs at every start: keep it cheap.
fingerprint() {
    printf '%s %s %s %s\n' "$root" "${XIDU_PYTHON:-}" "$(readlink -f "$venv/bin/python")" \
        "$(cat "$root/pyproject.toml" "$root/packaging/constraints.txt" "$venv/pyvenv.cfg" 2>/dev/null | cksum)"
}

# Is there an environment of this checkout, made with Python $1 and in working order?
venv_is_sound() {
    [ "$(fitting_python "$venv/bin/python")" = "$1" ] &&
        "$venv/bin/python" -I -m pip --version >/dev/null 2>&1 &&
        head -n 2 "$venv/bin/pip" 2>/dev/null | grep -qF "$venv/bin/python"
}

# Runs "pip install" with Python $1, printing the names of what it fetches and its errors, never
# an address.
pip_install() {
    python=$1
    shift
    status=$(
        {
            {
                code=0
                PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 "$python" -I -m pip install \
                    --no-input --progress-bar off "$@" 2>&1 </dev/null || code=$?
                echo "$code" >&3
            } | without_addresses | sed -n \
                -e 's/^Collecting \([A-Za-z0-9._-]*\).*/  \1/p' \
                -e '/^Installing collected packages/s/.*/  …/p' \
                -e '/[Ee][Rr][Rr][Oo][Rr]/p' >&2
        } 3>&1
    )
    return "$status"
}

# Makes .venv fit for $1 ("run" or "test"); does nothing when nothing has changed.
prepare() {
    stamp=$venv/xidu-$1-stamp
    if [ -x "$venv/bin/xidu" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ]; then
        return
    fi

    found=$(find_python)
    missing=$(
        missing_modules "$found"
        missing_libraries
        [ "$1" = run ] || missing_programs
    )
    install_packages "$missing"

    if ! venv_is_sound "$found"; then
        say "Making .venv with $("$found" -V)"
        quietly "$found" -I -m venv --clear "$venv" || give_up "Python could not make $venv."
    fi
    extra=
    [ "$1" = run ] || extra='[test]'
    say "Installing Python packages into .venv"
    (cd "$root" && pip_install "$venv/bin/python" -c packaging/constraints.txt -e ".$extra") ||
        give_up "The Python packages could not be installed; look at the errors above, check the network and start again."

    # Where Python may not write byte code by itself, every start would compile everything anew.
    "$venv/bin/python" -m compileall -q "$root/reader" "$root/resources" || true

    # What the first window would else wait for: dictionary and tables of the analyser.
    if [ "$1" = run ]; then
        say "Preparing the dictionary"
        "$venv/bin/xidu" annotate --text 中国 >/dev/null 2>&1 || true
    fi

    fingerprint >"$venv/xidu-run-stamp"
    fingerprint >"$stamp"
}
