using System.Globalization;

namespace JoorBus.Inventory.Setting;

/// <summary>Faults of quiet hours and their zone.</summary>
internal static class QuietHoursRules
{
    private const int Most = 20;

    public static IEnumerable<string> Faults(InventorySettings settings)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone ?? "", out _))
        {
            yield return $"timeZone '{settings.TimeZone}' is not known; give an IANA name such as America/New_York";
        }

        if (settings.QuietHours.Count > Most)
        {
            yield return $"there are {settings.QuietHours.Count} quiet hours; allowed is {Most}";
        }

        foreach (var quiet in settings.QuietHours.Where(quiet => quiet.From == quiet.To))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"quiet hours from {quiet.From:HH\\:mm} to {quiet.To:HH\\:mm} begin and end at the same time; give two times, or switch stock off");
        }
    }
}
