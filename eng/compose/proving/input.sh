# Part of prove: wrong input. Each case runs one host in the network of the running system, beside it.

# beside PODMAN-ARGUMENTS...: a host of its own with the running system's servers and secrets, or what the arguments say instead.
beside() {
  podman rm -f joorbus-prove-wrong >/dev/null 2>&1 || true
  podman run --name joorbus-prove-wrong --read-only --tmpfs /tmp --cap-drop ALL -v joorbus-prove_secrets:$secrets:ro \
    -e JOORBUS__POSTGRES='Host=postgres;Database=joorbus;Username=joorbus' -e JOORBUS__POSTGRESPASSWORD_FILE=$secrets/postgres-password \
    -e JOORBUS__RABBITMQ=amqp://orders@rabbitmq:5672/joorbus -e JOORBUS__RABBITMQPASSWORD_FILE=$secrets/rabbitmq-orders \
    -e JOORBUS__MASTERKEYFILE=$secrets/master.key -e JOORBUS__HTTP__HEALTHURL=http://127.0.0.1:5870 "$@" "$(image_of JOORBUS_IMAGE)" run --roles orders
}

# wrong WHAT PATTERN PODMAN-ARGUMENTS...: the host's log and its health check both hold PATTERN, and no stack trace.
wrong() {
  local what=$1 pattern=$2 log health end=$((SECONDS + 30))
  shift 2
  beside -d --network "$(network)" "$@" >/dev/null
  until log=$(podman logs joorbus-prove-wrong 2>&1) && grep -qE "$pattern" <<<"$log" || [ $SECONDS -gt $end ]; do sleep 1; done
  # A container that has stopped has no health check; what it would say is what its log says.
  health=$(podman exec joorbus-prove-wrong joorbus health 2>&1 || true)
  [ "$(podman inspect -f '{{.State.Status}}' joorbus-prove-wrong)" = running ] || health="stopped: $log"
  if grep -qE "$pattern" <<<"$log" && grep -qE "$pattern" <<<"$health" && ! grep -q '   at ' <<<"$log"; then
    pass "$what: $(grep -m1 -E "$pattern" <<<"$log" | sed 's/^ *- //')"
  else
    miss "$what: log «$(head -c 600 <<<"$log")», health «$(head -c 300 <<<"$health")»"
  fi
  podman rm -f joorbus-prove-wrong >/dev/null
}

network() { podman inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' "$(name orders)"; }

step_input() {
  wrong 'missing secret file' 'where there is no file' -e JOORBUS__POSTGRESPASSWORD_FILE=$secrets/no-such-file
  wrong 'wrong password of the database' 'refused the password of user .joorbus.' -e JOORBUS__POSTGRESPASSWORD_FILE=$secrets/http-token
  wrong 'wrong password of the broker' "refused user 'orders' or its password" -e JOORBUS__RABBITMQPASSWORD_FILE=$secrets/http-token
  wrong 'RabbitMQ without the user' "refused user 'nobody' or its password" -e JOORBUS__RABBITMQ=amqp://nobody@rabbitmq:5672/joorbus
  newer_schema
  port_taken
}

newer_schema() {
  local query="create database joorbus_newer owner joorbus encoding 'UTF8' template template0"
  inside postgres psql -q -U postgres -c 'drop database if exists joorbus_newer' -c "$query" >/dev/null
  inside postgres psql -q -U postgres -d joorbus_newer -c 'create schema joorbus authorization joorbus' -c "create table joorbus.joorbus_migrations (
    module text not null, number integer not null, applied_at timestamptz not null, primary key (module, number))" \
    -c 'alter table joorbus.joorbus_migrations owner to joorbus' -c "insert into joorbus.joorbus_migrations values ('persistence', 999, now())" >/dev/null
  wrong 'database of a newer schema version' 'belongs to a newer version of JoorBus' -e JOORBUS__POSTGRES='Host=postgres;Database=joorbus_newer;Username=joorbus'
}

# Inside a container nobody takes a port but the host itself, so two hosts share one network.
port_taken() {
  local log
  beside --network "container:$(name orders)" >"$folder/port.log" 2>&1 || true
  log=$(grep -m1 'Another program listens' "$folder/port.log" || true)
  if [ -n "$log" ] && ! grep -q '   at ' "$folder/port.log"; then pass "port taken: $log"; else miss "port taken: $(tail -c 600 "$folder/port.log")"; fi
  podman rm -f joorbus-prove-wrong >/dev/null 2>&1 || true
}
