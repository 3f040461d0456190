# Part of prove: podman in place of docker. podman-compose 1.0 knows neither profiles nor conditions, and podman runs health checks only
# where systemd does; so this file starts services in the order that the conditions give, and runs the health checks itself.

secrets=/var/lib/joorbus/secrets
pem=$secrets/joor-stand-in.crt

configure_engine() {
  cat >"$folder/containers.conf" <<END
[containers]
default_ulimits = ["nofile=16384:16384", "nproc=4096:4096"]
[engine]
runtime = "runc"
END
  export CONTAINERS_CONF=$folder/containers.conf
  # Ports of its own, so that it runs beside a real one; little data, and no failures but those that a step makes.
  export JOORBUS_PORT=15870 RABBITMQ_PORT=25672 RABBITMQ_MANAGEMENT_PORT=25673 POSTGRES_PORT=25432 JOOR_PORT=15871 WMS_PORT=15872
  export DEMO_ORDERS=10 DEMO_ORDER_EVERY=86400 DEMO_STOCK_EVERY=20 DEMO_SHIP_AFTER=86400 DEMO_REJECT_SHARE=0 COMPOSE_PROFILES=demo
}

compose() { (cd "$top" && podman-compose -p joorbus-prove "$@") >>"$folder/compose.log" 2>&1; }

name() { echo "joorbus-prove_$1_${2:-1}"; }

names() { local one; for one in "$@"; do name "$one"; done; }

inside() { local service=$1; shift; podman exec "$(name "$service")" "$@"; }

start() { podman start $(names "$@") >>"$folder/podman.log" 2>&1; }

# Starts what the conditions let start, in that order; LONG is how long all of it took.
bring_up() {
  local began=$SECONDS
  compose up --no-start --no-build setup postgres rabbitmq web orders inventory products joor wms
  start setup
  ended setup 60 || true
  start postgres rabbitmq
  healthy 90 postgres rabbitmq || true
  start web orders inventory products joor wms
  healthy 90 web orders inventory products joor wms || true
  long=$((SECONDS - began))
  connect
}

# podman-compose 1.0 does not know network_mode "service:web" either; repeated as "restart: on-failure" would.
connect() {
  local try
  for try in 1 2 3 4 5; do
    podman run --rm --network "container:$(name web)" --read-only --tmpfs /tmp --cap-drop ALL -v joorbus-prove_secrets:$secrets:ro -v "$here:/setup:ro" \
      --entrypoint /bin/sh "$(image_of JOORBUS_IMAGE)" /setup/connect >"$folder/connect.log" 2>&1 && return
    sleep 2
  done
  miss "the brands are not connected: $(tail -3 "$folder/connect.log")"
}

# Containers go first and by force: podman may wait forever for the volume of one that starts over and over.
take_down() {
  podman ps -aq --filter label=io.podman.compose.project=joorbus-prove | xargs -r timeout 60 podman rm -f -t 0 >>"$folder/podman.log" 2>&1 || true
  compose down || true
  podman volume ls -q | grep '^joorbus-prove_' | xargs -r timeout 60 podman volume rm >>"$folder/podman.log" 2>&1 || true
}

ended() {
  local end=$((SECONDS + $2))
  until [ "$(podman inspect -f '{{.State.Status}}' "$(name "$1")" 2>/dev/null)" = exited ]; do
    [ $SECONDS -lt $end ] || return 1
    sleep 1
  done
  [ "$(podman inspect -f '{{.State.ExitCode}}' "$(name "$1")")" = 0 ]
}

is_healthy() { podman healthcheck run "$1" >/dev/null 2>&1; }

# healthy SECONDS CONTAINER...: service names, or service.number; each is asked as often as docker would at the start.
healthy() {
  local end=$((SECONDS + $1)) one waited=()
  shift
  while :; do
    waited=()
    for one in "$@"; do is_healthy "$(name ${one/./ })" || waited+=("$one"); done
    [ ${#waited[@]} -gt 0 ] || return 0
    [ $SECONDS -lt $end ] || { note "not healthy: ${waited[*]}"; return 1; }
    set -- "${waited[@]}"
    sleep 1
  done
}

# in_time WHAT SECONDS CONTAINER...: says how long it took.
in_time() {
  local what=$1 most=$2 began=$SECONDS
  shift 2
  if healthy "$most" "$@"; then pass "$what after $((SECONDS - began)) s ($(load))"; else miss "$what: not within $most s ($(load))"; fi
}

# make_orders NUMBER ACCOUNT AMENDED CANCELLED SECONDS: some are changed and cancelled when they have long been imported.
make_orders() { inside joor joorbus simulate orders --joor https://localhost:5871 --certificate $pem --count "$1" --account "${2:-0}" --amend "${3:-0}" --cancel "${4:-0}" --after "${5:-0}" >/dev/null; }

compare() { inside wms joorbus simulate compare --joor https://joor:5871 --certificate $pem --connection acme birch --within "$1"; }

# at_rest SECONDS WHAT: judged by both ledgers.
at_rest() {
  local sentence
  if sentence=$(compare "$1"); then pass "$2: $sentence"; else miss "$2: $sentence"; fi
}
