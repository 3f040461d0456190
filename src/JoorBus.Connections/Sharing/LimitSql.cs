using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Connections.Sharing;

internal static class LimitSql
{
    public const string Channel = "joor_limits";

    /// <summary>The session's advisory lock that marks a living holder of this schema.</summary>
    public const string Mark = "select pg_try_advisory_lock(hashtext(current_schema()), $1)";

    public const string Begin = "begin";
    public const string Commit = "commit";

    /// <summary>Of one order everywhere, so that no two transactions wait for each other.</summary>
    public const string Lock = "select key, state from joor_limits where key = any($1) order by key for update";

    public const string LockGroups = "select key, state from joor_limits where key >= 'group:' and key < 'group;' order by key for update";

    public const string Add = "insert into joor_limits (key, state) select key, '{}' from unnest($1::text[]) key order by key on conflict do nothing";

    public const string Save = "update joor_limits set state = $2 where key = $1";

    /// <summary>A holder that is let go of this way loses nothing but permits that end by themselves later.</summary>
    public const string Later = "set local synchronous_commit = off";

    public const string Notify = "select pg_notify('joor_limits', $1)";

    /// <summary>After a restart of the server every holder needs a moment to mark itself again: nobody counts as dead until then.</summary>
    public const string Alive =
        """
        select coalesce(array_agg(objid::bigint::int), '{}'), clock_timestamp() > pg_postmaster_start_time() + interval '5 s'
        from pg_locks
        where locktype = 'advisory' and classid::bigint = hashtext(current_schema())::bigint & 4294967295 and objsubid = 2 and granted
            and database = (select oid from pg_database where datname = current_database())
        """;

    public static string Account(string key) => $"account:{key}";

    public static string Group(string key) => $"group:{key}";

    public static NpgsqlBatchCommand Command(string sql, params object[] arguments)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.AddWithValue(argument);
        return command;
    }

    public static NpgsqlBatchCommand Saving<T>(string key, T state, JsonTypeInfo<T> type)
    {
        var command = Command(Save, key);
        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.SerializeToUtf8Bytes(state, type), NpgsqlDbType = NpgsqlDbType.Jsonb });
        return command;
    }
}
