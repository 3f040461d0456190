# Part of prove: images under the official names.

base=localhost/joorbus-stand-in-base:debian

# image_of VARIABLE: the image that docker-compose.yml uses when nothing is set.
image_of() { sed -nE "s/.*\\\$\\{$1:-([^}]+)\\}.*/\\1/p" "$top/docker-compose.yml" | head -1; }

make_images() {
  have "$base" || make_base
  have "$(image_of POSTGRES_IMAGE)" || stand_in postgres "$(image_of POSTGRES_IMAGE)"
  have "$(image_of RABBITMQ_IMAGE)" || stand_in rabbitmq "$(image_of RABBITMQ_IMAGE)"
  have "$aspnet" || stand_in aspnet "$aspnet"
  make_joorbus
}

aspnet=mcr.microsoft.com/dotnet/aspnet:10.0-alpine

have() { [ -z "$rebuild" ] && podman image exists "$1"; }

make_base() {
  local root=$folder/root
  note 'making a Debian from its packages'
  rm -rf "$root"
  debootstrap --variant=minbase --include=postgresql-15,rabbitmq-server,ca-certificates,openssl,libicu72,procps,busybox \
    bookworm "$root" >"$folder/debootstrap.log" 2>&1
  rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/var/lib/postgresql/*/main
  tar -C "$root" -c . | podman import -q - "$base" >/dev/null
  rm -rf "$root"
}

stand_in() {
  local context=$folder/context
  note "making the stand-in $2"
  rm -rf "$context" && mkdir -p "$context/dotnet"
  cp "$here"/stand-ins/* "$context"
  if [ "$1" = aspnet ]; then
    local dotnet
    dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
    cp -r "$dotnet/dotnet" "$dotnet/host" "$dotnet/shared" "$context/dotnet/"
  fi
  podman build -q --target "$1" -t "$2" -f "$context/Containerfile" "$context" >/dev/null
}

# The Dockerfile's last stage as it is, on the published program instead of its build stage.
make_joorbus() {
  local context=$folder/joorbus app=${PUBLISHED:-$folder/published}
  if [ -z "${PUBLISHED:-}" ]; then
    note 'publishing JoorBus'
    dotnet publish "$top/src/JoorBus" -c Release -nologo -v quiet -p:UseMarten=false -p:UseAppHost=false -o "$app"
  fi
  rm -rf "$context" && mkdir -p "$context"
  cp -r "$app" "$context/app"
  { echo 'ARG DOTNET=10.0'; sed -n '/ AS final$/,$p' "$top/Dockerfile" | sed 's|COPY --from=build /app|COPY app|'; } >"$context/Containerfile"
  note 'building the image of JoorBus'
  podman build -q -t "$(image_of JOORBUS_IMAGE)" -f "$context/Containerfile" "$context" >/dev/null
}
