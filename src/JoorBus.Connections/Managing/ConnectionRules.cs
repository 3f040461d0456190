using System.Text.RegularExpressions;
using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>Every fault of a connection beside the others, by field.</summary>
internal static partial class ConnectionRules
{
    public static IReadOnlyList<FieldFault> Faults(JoorConnectionOptions connection, IReadOnlyList<JoorConnectionOptions> others)
    {
        var faults = JoorConnectionOptionsValidator.Faults([connection]).Select(OfField).ToList();
        if (others.FirstOrDefault(other => Same(other.Name, connection.Name)) is { } twin)
            faults.Add(new FieldFault("name", $"name is '{connection.Name}', and the connection '{twin.Name}' has it already; names are unique, whatever their case."));
        if (connection.TrustedCertificate?.Contains("PRIVATE KEY", StringComparison.Ordinal) == true)
            faults.Add(new FieldFault("trustedCertificate", "trustedCertificate holds a private key, which belongs to nobody but its server; give the certificate alone."));
        return faults;
    }

    /// <summary>Those whose concurrency hangs on a connection of that name.</summary>
    public static IEnumerable<JoorConnectionOptions> Borrowers(string name, IEnumerable<JoorConnectionOptions> others) =>
        others.Where(other => Same(other.BorrowConcurrencyFrom, name));

    public static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Sentences about configuration name the environment variable; here the field's own name says it.
    private static FieldFault OfField(string sentence)
    {
        var match = Key().Match(sentence);
        if (!match.Success)
            return new FieldFault("", sentence);
        var field = Fields.GetValueOrDefault(match.Groups["field"].Value, "");
        return new FieldFault(field, field + sentence[match.Length..]);
    }

    private static readonly Dictionary<string, string> Fields = typeof(JoorConnectionOptions).GetProperties()
        .ToDictionary(property => property.Name, property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("^JOORBUS__CONNECTIONS__[0-9]+__(?<field>[A-Z0-9]+)(__[A-Z0-9]+)?")]
    private static partial Regex Key();
}
