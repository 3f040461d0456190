namespace JoorBus.Persistence.Schema;

internal static class PersistenceMigrations
{
    public static readonly Migration[] All =
    [
        new("persistence", 1,
            """
            create or replace function expect_rows(statement text, written bigint, expected integer) returns void
            language plpgsql as $$
            begin
                if written <> expected then
                    raise exception using errcode = 'JB409', message = statement;
                end if;
            end $$;

            create table if not exists inbox (
                message_id uuid not null,
                queue text not null,
                day date not null,
                primary key (message_id, queue, day)) partition by range (day);

            create table if not exists outbox (
                key uuid primary key,
                message_id uuid not null,
                destination text not null,
                content_type text not null,
                body bytea compression lz4 not null,
                headers text,
                due_at timestamptz not null,
                attempts integer not null default 0)
            with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);
            create index if not exists outbox_due on outbox (due_at);
            """),
    ];
}
