# Part of the launcher: the SDK, and building only what changed.

say() { printf 'joorbus: %s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

find_dotnet() {
  local folder
  for folder in "${DOTNET_ROOT-}" "${HOME-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    command -v dotnet >/dev/null && return
    [ -z "$folder" ] || [ ! -x "$folder/dotnet" ] || PATH=$PATH:$folder
  done
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and put dotnet on PATH."
}

need_sdk() {
  dotnet --list-sdks | grep -q '^10\.' ||
    fail "$(command -v dotnet) has no .NET 10 SDK: install it from https://dotnet.microsoft.com/download/dotnet/10.0."
}

# Where a user has no writable home, dotnet and NuGet keep their files with the build.
need_home() {
  [ -n "${HOME-}" ] && [ -w "$HOME" ] && return
  export HOME=$artifacts/home
  mkdir -p "$HOME"
}

# Another choice of what not every package source has is a change like one of the sources.
note_choices() {
  local chosen="${UseMarten-auto} ${UseTestcontainers-auto}" noted=$artifacts/stamps/choices
  [ "$(cat "$noted" 2>/dev/null)" = "$chosen" ] || printf '%s\n' "$chosen" >"$noted"
}

# build PROJECT FOLDERS...: builds PROJECT unless nothing in FOLDERS is newer than its last good build.
# Folders count too, so that a deleted or renamed file is noticed.
build() {
  local project=$1 name stamp
  shift
  name=$(basename "$project")
  stamp=$artifacts/stamps/$name
  find_dotnet
  need_home
  mkdir -p "$artifacts/stamps"
  note_choices
  if command -v flock >/dev/null; then
    exec 9>"$artifacts/stamps/lock"
    flock 9
  fi
  if [ ! -e "$stamp" ] || [ -n "$(cd "$here" && find "$@" Directory.* eng/optional "$artifacts/stamps/choices" global.json .editorconfig -newer "$stamp" -print -quit)" ]; then
    need_sdk
    # Only a build with tests has test servers.
    dotnet msbuild eng/optional/Ask.proj -t:"$([[ " $* " == *" tests "* ]] && echo Ask || echo AskForMarten)" -nologo -v:minimal 9>&- | sed -E 's/^ +/joorbus: /; s/^.*error *: /joorbus: /' >&2
    [ "${PIPESTATUS[0]}" = 0 ] || exit 1
    say "building $name…"
    touch "$stamp.begun"
    (cd "$here" && dotnet build "$project" -c Release -nologo -v quiet >"$stamp.log" 2>&1 9>&-) || {
      grep -E 'error|warn' "$stamp.log" | sort -u >&2 || cat "$stamp.log" >&2
      fail "the build failed; all it said is in $stamp.log."
    }
    mv "$stamp.begun" "$stamp"
  fi
  exec 9>&-
}

run_joorbus() {
  build "$here/src/JoorBus" src contracts
  exec dotnet "$artifacts/bin/JoorBus/release/JoorBus.dll" "$@"
}

# A program under tests/ that needs both servers.
run_project() {
  local project=$1 name
  shift
  name=$(basename "$project")
  [ -d "$project" ] || fail "there is no $project."
  need_postgres
  need_rabbitmq
  install_needed
  build "$project" src contracts tests
  exec dotnet "$artifacts/bin/$name/release/$name.dll" "$@"
}
