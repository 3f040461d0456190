using Npgsql;

namespace JoorBus.Persistence.Schema;

/// <summary>This database cannot hold what this version keeps; message and advice are sentences for a person.</summary>
public sealed class UnfitDatabaseException(string message, string advice) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Advice => advice;

    /// <summary>When a module was taken further than this version knows, else null. Modules that this version does not have are of no concern to it.</summary>
    public static UnfitDatabaseException? Beyond(IEnumerable<Migration> known, IEnumerable<(string Module, int Number)> applied)
    {
        var newest = known.GroupBy(migration => migration.Module).ToDictionary(module => module.Key, module => module.Max(migration => migration.Number));
        var beyond = applied
            .Where(found => newest.TryGetValue(found.Module, out var number) && found.Number > number)
            .GroupBy(found => found.Module)
            .Select(module => $"{module.Key} {module.Max(found => found.Number)} (this version knows {newest[module.Key]})")
            .ToList();
        return beyond.Count == 0 ? null : new(
            $"The database belongs to a newer version of JoorBus: {string.Join(", ", beyond)}",
            "Run the newer version, or give this one a database of its own or a backup from before.");
    }

    /// <summary>When letters beyond ASCII could not be kept, else null. A server made where no language was set has SQL_ASCII.</summary>
    public static UnfitDatabaseException? InEncodingOf(NpgsqlConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.PostgresParameters["server_encoding"] is var encoding and not "UTF8"
            ? new(
                $"The database '{connection.Database}' is in {encoding} and cannot keep every name or text that comes from JOOR",
                "Make one in UTF8: create database joorbus encoding 'UTF8' template template0; then set its name in JOORBUS__POSTGRES.")
            : null;
    }
}
