using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Schema;

namespace JoorBus.Connections.Storing;

internal static class StoredConnectionMapping
{
    public const string Channel = "joorbus_connections";

    /// <summary>The newest revision of the connection whose key is <c>$1</c>; no row for one from configuration.</summary>
    public const string Revision = "select mt_version from mt_doc_joorconnection where data ->> 'Key' = $1";

    public static readonly DocumentIndex Removed = new("removed", "data ->> 'IsRemoved'");

    public static readonly DocumentIndex Name = new("name", "lower(data ->> 'Name')", "data ->> 'IsRemoved' = 'false'", IsUnique: true);

    private static readonly DocumentIndex Key = new("key", "data ->> 'Key'", IsUnique: true);

    public static readonly DocumentMapping<StoredConnection> Mapping = new(
        "joorconnection", connection => connection.Id, SettingsJson.StoredConnection, Removed, Name, Key);

    // Released before the mapping could say that an index is unique.
    public static readonly Migration[] Migrations =
    [
        new("stored-connections", 1,
            $"""
            create table if not exists {Mapping.Table} (
                id uuid not null,
                data jsonb not null,
                mt_last_modified timestamp with time zone default (transaction_timestamp()),
                mt_dotnet_type character varying,
                mt_version integer not null default 0,
                constraint pkey_{Mapping.Table}_id primary key (id));
            create unique index if not exists {Mapping.Table}_idx_{Name.Name} on {Mapping.Table} (({Name.Expression})) where {Name.Predicate};
            create unique index if not exists {Mapping.Table}_idx_key on {Mapping.Table} ((data ->> 'Key'));

            create or replace function tell_connections() returns trigger language plpgsql as $$
            begin
                perform pg_notify('{Channel}', tg_table_schema);
                return null;
            end $$;
            drop trigger if exists tell_connections on {Mapping.Table};
            create trigger tell_connections after insert or update or delete on {Mapping.Table} for each statement execute function tell_connections();

            create table if not exists joor_connection_tests (
                key text primary key, at timestamptz not null, kind text not null, is_good boolean not null, sentence text not null, advice text);

            create table if not exists joor_tokens (
                key text, fingerprint bytea, token bytea, serves_until timestamptz, primary key (key, fingerprint));
            """),
    ];
}
