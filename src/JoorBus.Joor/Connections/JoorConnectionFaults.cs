namespace JoorBus.Joor;

/// <summary>Every fault of one connection at once, each naming its field.</summary>
public static class JoorConnectionFaults
{
    private const int LongestName = 64;

    /// <summary>Empty when the connection can be used beside <paramref name="others"/>, which do not hold it itself.</summary>
    public static IReadOnlyList<JoorConnectionFault> Of(JoorConnectionOptions options, IReadOnlyList<JoorConnectionOptions> others) => Of(options, others, others);

    internal static IReadOnlyList<JoorConnectionFault> Of(
        JoorConnectionOptions options, IReadOnlyList<JoorConnectionOptions> others, IReadOnlyList<JoorConnectionOptions> earlier)
    {
        var faults = new JoorFieldFaults();
        CheckName(faults, options.Name, earlier);
        JoorAccessChecks.Run(faults, options);
        JoorSharingChecks.Run(faults, options, others);
        JoorReadingChecks.Run(faults, options);
        return faults.Found;
    }

    private static void CheckName(JoorFieldFaults faults, string name, IReadOnlyList<JoorConnectionOptions> earlier)
    {
        if (name.Length is 0 or > LongestName || name != name.Trim() || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '-'))
            faults.Refuse("Name", name, $"1 to {LongestName} letters a-z, digits, inner spaces, '.', '_' and '-'");
        else if (earlier.FirstOrDefault(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) is { } twin)
            faults.Refuse("Name", name, $"a name that no other connection has, whatever its case; there is a '{twin.Name}'");
    }
}
