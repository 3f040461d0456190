namespace JoorBus.Inventory.Receiving;

/// <summary>Of several levels of one item and warehouse leaves one, in an order that all hosts keep, so that none waits for another in a circle.</summary>
internal static class LevelMerging
{
    private const int BytesOfBeginning = 16;

    public static List<LevelRow> Merge(IEnumerable<LevelRow> rows)
    {
        var sorted = Sorted([.. rows]);
        var merged = new List<LevelRow>(sorted.Length);
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

    private static LevelRow[] Sorted(LevelRow[] rows)
    {
        // By beginnings, which lie side by side; the rows themselves lie all over the memory, and are looked at only where those are equal.
        var beginnings = new UInt128[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            beginnings[i] = BeginningOf(rows[i].Item);
        }

        Array.Sort(beginnings, rows);
        for (var (start, end) = (0, 0); start < rows.Length; start = end)
        {
            while (end < rows.Length && beginnings[end] == beginnings[start])
            {
                end++;
            }

            rows.AsSpan(start, end - start).Sort(LevelRow.Compare);
        }

        return rows;
    }

    // Sorts as the text itself does, as far as it goes: not beyond the first character that is not ASCII.
    private static UInt128 BeginningOf(string text)
    {
        UInt128 beginning = 0;
        var isAscii = true;
        for (var i = 0; i < BytesOfBeginning; i++)
        {
            var character = isAscii && i < text.Length ? text[i] : '\0';
            isAscii &= char.IsAscii(character);
            beginning = (beginning << 8) | (isAscii ? (byte)character : byte.MaxValue);
        }

        return beginning;
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
