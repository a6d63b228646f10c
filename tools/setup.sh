# What ./run and ./test have in common: install what is missing, bundle what the browser loads, build. Sourced, not run.

export LC_ALL=C.UTF-8
export DEBIAN_FRONTEND=noninteractive

say() { printf '\n==> %s\n' "$*"; }

# say_how_long FOLDER…: how long compiling the sources in these folders will take here. Rule of thumb: three seconds of one core
# for a source.
say_how_long() {
    local sources cores
    if [[ -f build/release/build.ninja ]]; then
        say "Built here before: only what has changed is compiled"
        return 0
    fi
    sources="$(find "$@" -name '*.cpp' | wc -l)" cores="$(nproc)"
    say "This will take about $((sources * 3 / cores / 60 + 1)) minutes on the $cores cores of this machine: there are $sources sources to compile. Next time it takes seconds"
}

as_root() { if ((EUID == 0)); then "$@"; else sudo --preserve-env=DEBIAN_FRONTEND "$@"; fi; }

# is_here PACKAGE: dpkg has it, or a program of that name was installed in another way.
is_here() {
    [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]] || command -v "$1" >/dev/null
}

# need_packages KIND…: installs those of packages.txt that are missing.
need_packages() {
    local kind package _ missing=()
    while read -r kind package _; do
        [[ " $* " == *" $kind "* ]] || continue
        is_here "$package" || missing+=("$package")
    done <packages.txt
    ((${#missing[@]})) || return 0
    if ! command -v apt-get >/dev/null; then
        printf 'These are missing, and there is no apt-get to install them with: %s\n' "${missing[*]}" >&2
        exit 1
    fi
    say "Installing Debian packages: ${missing[*]}"
    as_root apt-get update -q
    as_root apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# unless_same STAMP FILES… -- COMMAND…: runs the command unless the file STAMP says that it succeeded on files with this content.
unless_same() {
    local stamp="$1" files=() sum
    shift
    while [[ "$1" != -- ]]; do files+=("$1"); shift; done
    shift
    sum="$(sha256sum "${files[@]}")"
    [[ -f "$stamp" && "$(<"$stamp")" == "$sum" ]] && return 0
    "$@"
    mkdir -p "${stamp%/*}"
    printf '%s\n' "$sum" >"$stamp"
}

npm_ci() {
    say "Fetching the browser parts of package-lock.json into node_modules"
    npm ci --no-progress
}

# What bundling and the browser tests need.
fetch_browser_parts() {
    need_packages ui
    [[ -d node_modules ]] || rm -f build/stamps/node_modules
    unless_same build/stamps/node_modules package.json package-lock.json -- npm_ci
}

bundle() {
    fetch_browser_parts
    say "Bundling ui/ into ui/dist"
    node ui/build.mjs
}

# ui/dist is kept in the repository with a list of what it was made from, so only a change to ui/ needs Node and npm.
build_ui() {
    local sources
    mapfile -t sources < <(find ui package-lock.json templates/documents/paper.css -type f -not -path 'ui/dist/*' -not -name made-of | sort)
    unless_same ui/made-of "${sources[@]}" -- bundle # ui/build.mjs writes the same
}

# build OPTION… -- TARGET…: the release build.
build() {
    local options=() output
    while [[ "$1" != -- ]]; do options+=("$1"); shift; done
    shift
    say "Building $* (build/release)"
    output="$(cmake --preset release "${options[@]}" 2>&1)" || { printf '%s\n' "$output" >&2; exit 1; }
    cmake --build --preset release --target "$@"
}
