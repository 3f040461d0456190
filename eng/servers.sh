# Part of the launcher: Debian's packages of the servers and tools that a verb needs.

needed=()

need_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || command -v postgres >/dev/null || needed+=(postgresql)
}

need_rabbitmq() {
  compgen -G '/usr/lib/rabbitmq/bin/rabbitmq-server' >/dev/null || rabbitmq_on_path || needed+=(rabbitmq-server)
}

# The scripts that do the work lie beside rabbitmq-env; Debian's wrapper in /usr/sbin alone does not help.
rabbitmq_on_path() {
  local script
  script=$(command -v rabbitmq-server) && [ -e "$(dirname "$script")/rabbitmq-env" ]
}

need_python() {
  command -v python3 >/dev/null || needed+=(python3)
}

# For the warehouse in Python. Debian's package serves Debian's own interpreter.
need_pika() {
  /usr/bin/python3 -c 'import pika' 2>/dev/null || python3 -c 'import pika' 2>/dev/null || needed+=(python3-pika)
}

# Installs what the calls above found missing, or says in one sentence what to install.
install_needed() {
  [ ${#needed[@]} -gt 0 ] || return 0
  local advice="missing: ${needed[*]}; install with \`apt-get install ${needed[*]}\` and try again."
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "$advice"
  say "installing ${needed[*]}…"
  mkdir -p "$artifacts"
  keep_services_stopped
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${needed[@]}"; } \
    >"$artifacts/apt.log" 2>&1 || fail "$advice (apt-get failed, see $artifacts/apt.log)"
  let_services_start
  needed=()
}

# A package's own service would take the usual ports and memory; Debian asks this file before it starts one.
keep_services_stopped() {
  [ -e /usr/sbin/policy-rc.d ] && return
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
  chmod +x /usr/sbin/policy-rc.d
  policy_is_ours=1
  trap let_services_start EXIT
}

let_services_start() {
  [ -z "${policy_is_ours-}" ] || rm -f /usr/sbin/policy-rc.d
  policy_is_ours=
}
