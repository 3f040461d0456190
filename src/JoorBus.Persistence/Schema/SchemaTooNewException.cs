namespace JoorBus.Persistence.Schema;

/// <summary>The database was brought to a newer version's schema; the message is a sentence for a person.</summary>
public sealed class SchemaTooNewException : Exception
{
    /// <summary>What to do about it.</summary>
    public const string Advice = "Run the newer version, or give this one a database of its own or a backup from before.";

    public SchemaTooNewException(string message)
        : base(message)
    {
    }

    public SchemaTooNewException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A sentence when a module was taken further than this version knows, else null. Modules that this version does not have are of no concern to it.</summary>
    public static string? Beyond(IEnumerable<Migration> known, IEnumerable<(string Module, int Number)> applied)
    {
        var newest = known.GroupBy(migration => migration.Module).ToDictionary(module => module.Key, module => module.Max(migration => migration.Number));
        var beyond = applied
            .Where(found => newest.TryGetValue(found.Module, out var number) && found.Number > number)
            .GroupBy(found => found.Module)
            .Select(module => $"{module.Key} {module.Max(found => found.Number)} (this version knows {newest[module.Key]})")
            .ToList();
        return beyond.Count == 0 ? null : $"The database belongs to a newer version of JoorBus: {string.Join(", ", beyond)}";
    }
}
