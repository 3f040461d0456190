namespace JoorBus.Orders.Acknowledging;

/// <summary>A span of modified dates in which every order of JOOR is stored and imported, so that all may be marked at once.</summary>
public sealed record MarkWindow(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>
    /// The fewest windows that hold all orders to mark and none that was not imported. Marking a window costs one credit per page,
    /// marking order by order one credit each.
    /// </summary>
    public static IReadOnlyList<MarkWindow> Plan(IReadOnlyCollection<DateTimeOffset> toMark, IReadOnlyCollection<DateTimeOffset> notImported)
    {
        var windows = new List<MarkWindow>();
        MarkWindow? open = null;
        var blocked = notImported.ToHashSet();
        var moments = toMark.Where(moment => !blocked.Contains(moment)).Select(moment => (Moment: moment, ToMark: true))
            .Concat(blocked.Select(moment => (Moment: moment, ToMark: false)))
            .Distinct()
            .OrderBy(entry => entry.Moment);
        foreach (var (moment, isToMark) in moments)
        {
            if (isToMark)
            {
                open = open is null ? new MarkWindow(moment, moment) : open with { Until = moment };
            }
            else if (open is not null)
            {
                windows.Add(open);
                open = null;
            }
        }

        if (open is not null)
        {
            windows.Add(open);
        }

        return windows;
    }
}
