using System.Globalization;

namespace JoorBus.Inventory.Planning;

/// <summary>Reads the stored form of inbound stock: <c>2026-12-01=5;2027-01-10=3</c>.</summary>
internal static class InboundDays
{
    public static IEnumerable<(DateOnly Day, int Units)> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            yield break;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            yield return (DateOnly.ParseExact(part.AsSpan(0, at), "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(part.AsSpan(at + 1), CultureInfo.InvariantCulture));
        }
    }
}
