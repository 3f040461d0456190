using JoorBus.Contracts;

namespace JoorBus.Products.Planning;

/// <summary>What is said of a field that is no longer given: JOOR leaves alone what a body does not name, so it is named empty.</summary>
/// <remarks>Each gives the same again when its result is what is known.</remarks>
internal static class Clearing
{
    public static string? Text(string? wanted, string? known) => wanted ?? (known is null ? null : "");

    public static bool? Flag(bool? wanted, bool? known) => wanted ?? (known is null ? null : false);

    /// <summary>No minimum is a minimum of one.</summary>
    public static int? Minimum(int? wanted, int? known) => wanted ?? (known is null ? null : 1);

    public static Coded? Coded(Coded? wanted, Coded? known)
    {
        var (code, name) = (Text(wanted?.Code, known?.Code), Text(wanted?.Name, known?.Name));
        return code is null && name is null ? null : new Coded { Code = code, Name = name };
    }
}
