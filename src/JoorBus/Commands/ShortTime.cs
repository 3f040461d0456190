using System.Globalization;

namespace JoorBus.Commands;

/// <summary>Times as tables show them: UTC, to the second.</summary>
internal static class ShortTime
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
