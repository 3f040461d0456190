using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Pushing;

/// <summary>Times of day in which nothing is pushed.</summary>
internal static class QuietTimes
{
    /// <summary>When the quiet time ends that it is now; null outside of any.</summary>
    public static DateTimeOffset? EndOf(InventorySettings settings, DateTimeOffset now)
    {
        if (settings.QuietHours.Count == 0)
            return null;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var time = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(now, zone).TimeOfDay);
        DateTimeOffset? end = null;
        foreach (var quiet in settings.QuietHours)
        {
            // IsBetween goes over midnight, and subtraction gives the way forward round the clock.
            if (quiet.From != quiet.To && time.IsBetween(quiet.From, quiet.To) && (end is null || now + (quiet.To - time) > end))
                end = now + (quiet.To - time);
        }

        return end;
    }
}
