"""Plays a warehouse: takes JoorBus's order commands and says yes to each with plain JSON.

Usage: python3 play_wms.py amqp://user:password@host:5672/vhost
Needs the pika package (Debian: apt-get install python3-pika; elsewhere: pip install pika).
"""

import json
import signal
import sys

import pika

QUEUE = "wms-orders"
ACCEPTED = "joorbus.orders.wms-order-accepted"
CANCELLED = "joorbus.orders.wms-order-cancelled"


def answer(channel, delivery, properties, body):
    envelope = json.loads(body)  # JoorBus sends MassTransit's envelope; answers may be plain
    command = envelope["message"]
    yes = {"orderId": command["orderId"], "revision": command["revision"]}
    if envelope["messageType"][0].endswith(":CancelWmsOrder"):
        exchange = CANCELLED
    else:
        exchange = ACCEPTED
        yes["wmsOrderId"] = "PY-" + command["orderId"][:8]
    # The key is the same when a command comes twice, and so is the answer: JoorBus counts it once.
    reply = pika.BasicProperties(
        content_type="application/json",
        message_id=command["idempotencyKey"],
        delivery_mode=2,
    )
    channel.basic_publish(exchange, "", json.dumps(yes), reply, mandatory=True)
    channel.basic_ack(delivery.delivery_tag)


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    connection = pika.BlockingConnection(pika.URLParameters(sys.argv[1]))
    channel = connection.channel()
    channel.confirm_delivery()
    channel.basic_qos(prefetch_count=20)
    channel.basic_consume(QUEUE, answer)
    print("listening", flush=True)
    channel.start_consuming()


if __name__ == "__main__":
    main()
