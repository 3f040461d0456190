using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace JoorBus.Joor;

/// <summary>Reads the section <c>Limits</c> without stopping at the first value that cannot be read.</summary>
public static class JoorLimitReader
{
    /// <summary>The limits, and every fault of theirs; use them only when there is none.</summary>
    public static (JoorLimitOptions Limits, IReadOnlyList<string> Faults) Read(IConfiguration configuration)
    {
        var faults = new JoorLimitFaults();
        var section = configuration.GetSection(JoorLimitOptions.SectionName);
        var limits = new JoorLimitOptions();
        limits.CreditsPerWindow = Number(section, nameof(limits.CreditsPerWindow), limits.CreditsPerWindow, faults);
        limits.Window = Duration(section, nameof(limits.Window), limits.Window, faults);
        limits.Lag = Duration(section, nameof(limits.Lag), limits.Lag, faults);
        limits.ReservedForOrders = Number(section, nameof(limits.ReservedForOrders), limits.ReservedForOrders, faults);
        limits.ReadCredits = Number(section, nameof(limits.ReadCredits), limits.ReadCredits, faults);
        limits.WriteCredits = Number(section, nameof(limits.WriteCredits), limits.WriteCredits, faults);
        return (limits, [.. faults.Sentences, .. limits.Faults()]);
    }

    private static int Number(IConfigurationSection section, string name, int otherwise, JoorLimitFaults faults)
    {
        if (section[name] is not { Length: > 0 } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        faults.Refuse(name, text, "a whole number");
        return otherwise;
    }

    private static TimeSpan Duration(IConfigurationSection section, string name, TimeSpan otherwise, JoorLimitFaults faults)
    {
        if (section[name] is not { Length: > 0 } text)
            return otherwise;
        // A bare number would mean days to the framework; nobody means that by "10".
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration))
            return duration;
        faults.Refuse(name, text, "a time as hours:minutes:seconds, such as 00:05:00");
        return otherwise;
    }
}
