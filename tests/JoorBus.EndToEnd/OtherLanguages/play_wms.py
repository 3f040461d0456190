"""Plays a warehouse: takes JoorBus's order commands and accepts each with plain JSON.

Usage: python3 play_wms.py amqp://user:password@host:5672/vhost
Needs the pika package (Debian: apt-get install python3-pika; elsewhere: pip install pika).
"""

import json
import signal
import sys

import pika

QUEUE = "wms-orders"
ACCEPTED = "joorbus.orders.wms-order-accepted"


def answer(channel, delivery, properties, body):
    command = json.loads(body)["message"]  # JoorBus sends MassTransit's envelope
    accepted = {
        "orderId": command["orderId"],
        "revision": command["revision"],
        "wmsOrderId": "PY-" + str(command["orderId"])[:8],
    }
    # The key is the same when a command comes twice, and so is the answer: JoorBus counts it once.
    reply = pika.BasicProperties(
        content_type="application/json",
        message_id=command["idempotencyKey"],
        delivery_mode=2,
    )
    channel.basic_publish(ACCEPTED, "", json.dumps(accepted), reply, mandatory=True)
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
