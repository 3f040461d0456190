namespace JoorBus.Inventory.Receiving;

/// <summary>Of several levels of one item and warehouse leaves one, in an order that all hosts keep, so that none waits for another in a circle.</summary>
internal static class LevelMerging
{
    public static List<LevelRow> Merge(IEnumerable<LevelRow> rows)
    {
        var sorted = rows.ToList();
        sorted.Sort(LevelRow.Compare);
        var merged = new List<LevelRow>(sorted.Count);
        foreach (var row in sorted)
        {
            if (merged.Count > 0 && LevelRow.Compare(merged[^1], row) == 0)
            {
                merged[^1] = Newer(merged[^1], row);
            }
            else
            {
                merged.Add(row);
            }
        }

        return merged;
    }

    // The same as the statement does with a stored row and one that comes.
    public static LevelRow Newer(LevelRow one, LevelRow other)
    {
        var newer = other.Version > one.Version ? other : one;
        if (one.Snapshot is null && other.Snapshot is null)
        {
            return newer;
        }

        var told = other.Snapshot is not null && (one.Snapshot is null || other.SnapshotVersion >= one.SnapshotVersion) ? other : one;
        return newer with { Snapshot = told.Snapshot, SnapshotVersion = told.SnapshotVersion };
    }
}
