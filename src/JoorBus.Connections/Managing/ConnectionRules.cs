using System.Text.Json;
using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>Every fault of a connection beside the others, by field.</summary>
internal static class ConnectionRules
{
    public static IReadOnlyList<FieldFault> Faults(JoorConnectionOptions connection, IReadOnlyList<JoorConnectionOptions> others)
    {
        var faults = JoorConnectionFaults.Of(connection, others).Select(OfField).ToList();
        if (connection.TrustedCertificate?.Contains("PRIVATE KEY", StringComparison.Ordinal) == true)
            faults.Add(new FieldFault("trustedCertificate", "trustedCertificate holds a private key, which belongs to nobody but its server; give the certificate alone."));
        return faults;
    }

    /// <summary>Those whose concurrency hangs on a connection of that name.</summary>
    public static IEnumerable<JoorConnectionOptions> Borrowers(string name, IEnumerable<JoorConnectionOptions> others) =>
        others.Where(other => Same(other.BorrowConcurrencyFrom, name));

    public static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static FieldFault OfField(JoorConnectionFault fault)
    {
        var field = JsonNamingPolicy.CamelCase.ConvertName(fault.Field.Split(':')[0]);
        return new FieldFault(field, $"{field} {fault.Says}.");
    }
}
