# Part of prove: what is done to a running system.

# Seconds say little without what else the machine does.
load() { echo "load $(cut -d' ' -f1 /proc/loadavg) on $(nproc) processors"; }

up_in_time() { if [ "$long" -le 60 ]; then pass "$1 after $long s ($(load))"; else miss "$1 only after $long s ($(load))"; fi; }

step_rules() {
  local sentence
  if sentence=$("$here/rules"); then pass "$sentence"; else miss "$sentence"; fi
}

# The demo is a third beside what runs here, so it is a small one. Its last sentence judges: podman-compose 1.0 ends with 0 whatever the container says.
step_demo() {
  local log=$folder/demo.log verdict
  (cd "$top" && DEMO_RUN_ORDERS=60 DEMO_RUN_STOCK_CHANGES=600 DEMO_RUN_PRODUCTS=10 podman-compose -p joorbus-prove run --rm -T demo) >"$log" 2>&1 || true
  verdict=$(grep -aE '^clean after' "$log" | tail -1)
  if [ -n "$verdict" ] && grep -q '^exit code: 0' "$log"; then pass "the demo ends well: $verdict"; else miss "the demo: $(tail -5 "$log")"; fi
}

step_flow() {
  up_in_time 'all containers healthy'
  make_orders $((orders / 2)) 0 $((orders / 20)) $((orders / 20)) 15
  make_orders $((orders / 2)) 1 $((orders / 20)) $((orders / 20))
  at_rest 180 'orders flow to rest'
  local guests
  guests=$(inside rabbitmq rabbitmqctl -q list_users | cut -f1 | tr '\n' ' ')
  case " $guests" in *' guest '*) miss "RabbitMQ has a user guest: $guests" ;; *) pass "RabbitMQ's users: $guests" ;; esac
}

step_scale() {
  make_orders "$orders" 0 $((orders / 10)) $((orders / 20)) 20 &
  ORDERS_COPIES=3 compose up -d --no-build orders
  in_time 'orders runs three times' 60 orders.1 orders.2 orders.3
  make_orders "$orders" 1 $((orders / 10)) 0
  sleep 3
  podman rm -f -t 30 "$(name orders 2)" "$(name orders 3)" >>"$folder/podman.log" 2>&1
  make_orders $((orders / 2)) 0
  wait
  at_rest 240 'one role to three copies and back while orders flow'
}

step_broker() { killed rabbitmq 'the broker'; }

step_database() { killed postgres 'the database'; }

# killed SERVER WORDS: one account's orders are under way when it dies, another's come while it is away.
killed() {
  make_orders "$orders" 0 $((orders / 10)) $((orders / 20)) 14 &
  sleep 8
  podman kill -s KILL "$(name "$1")" >>"$folder/podman.log" 2>&1
  make_orders $((orders / 2)) 1
  sleep 8
  start "$1"
  in_time "$2 killed: all healthy again" 60 "$1" web orders inventory products
  wait
  at_rest 240 "$2 killed and started again while orders flow"
}

step_rolling() {
  local one
  make_orders "$orders" 0 $((orders / 10)) $((orders / 20)) 20 &
  for one in orders inventory products web; do
    podman restart -t 30 "$(name $one)" >>"$folder/podman.log" 2>&1
    healthy 60 "$one" || miss "$one is not healthy after its restart"
    make_orders $((orders / 5)) 1
  done
  wait
  at_rest 240 'hosts restarted one after the other while orders flow'
}

step_again() {
  make_orders "$orders" 0 $((orders / 10)) 0
  sleep 2
  compose down || true
  bring_up
  up_in_time 'down and up again: all containers healthy'
  make_orders $((orders / 5)) 1
  at_rest 240 'down and up again: goes on where it stopped'
}
