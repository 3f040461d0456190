namespace JoorBus.Benchmarks.Source;

/// <summary>The tables of the twins and of the plain MassTransit path.</summary>
public static class OrderPathSchema
{
    public const string Create = """
        CREATE TABLE orders (
            order_id uuid PRIMARY KEY, joor_order_id text NOT NULL, revision int NOT NULL,
            content_hash bytea NOT NULL, received_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE checkpoints (connection text PRIMARY KEY, position bigint NOT NULL);
        CREATE TABLE inbox (
            message_id uuid NOT NULL, station smallint NOT NULL, received_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (message_id, station));
        CREATE TABLE outbox (
            sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message_id uuid NOT NULL,
            exchange text NOT NULL, routing_key text NOT NULL, body bytea COMPRESSION lz4 NOT NULL);
        CREATE TABLE order_sagas (id uuid PRIMARY KEY, version int NOT NULL, document jsonb NOT NULL);
        """;

    public const string Empty = "TRUNCATE orders, checkpoints, inbox, outbox, order_sagas";
    public const string CountAccepted = "SELECT count(*) FROM order_sagas WHERE document->>'state' = 'Accepted'";
    public const string CountOutbox = "SELECT count(*) FROM outbox";
}
