namespace JoorBus.Joor;

/// <summary>Brings the entries of JOOR's log back to the items that were sent: by place where nothing speaks against it, else by item.</summary>
internal static class JoorStockMatching
{
    public static JoorStockResult Match(IReadOnlyList<JoorStock> sent, IReadOnlyList<JoorStockEntry> entries, int? skuCount)
    {
        if (IsInOrderByUpc(sent, entries))
            return new JoorStockResult { Items = [.. sent.Zip(entries, Answer)], SkuCount = skuCount };
        var names = sent.Select(NamesOf).ToArray();
        var entryOf = ByPlace(names, entries) ?? ByName(names, entries);
        var placed = entryOf.Where(index => index >= 0).ToHashSet();
        return new JoorStockResult
        {
            Items = [.. sent.Select((item, at) => Answer(item, entryOf[at] >= 0 ? entries[entryOf[at]] : null))],
            SkuCount = skuCount,
            Unplaced = [.. entries.Where((_, index) => !placed.Contains(index))],
        };
    }

    public static JoorStockOutcome Understand(string? status)
    {
        if (status == "pass")
            return JoorStockOutcome.Passed;
        var words = status?.Trim().ToLowerInvariant() ?? "";
        return words.StartsWith("pass", StringComparison.Ordinal) || words is "ok" or "success" or "successful" or "true" ? JoorStockOutcome.Passed
            : words.StartsWith("fail", StringComparison.Ordinal) || words.StartsWith("error", StringComparison.Ordinal) || words == "false" ? JoorStockOutcome.Failed
            : JoorStockOutcome.Unconfirmed;
    }

    private static JoorStockAnswer Answer(JoorStock item, JoorStockEntry? entry) => new(item, Understand(entry?.Status), entry);

    /// <summary>What JOOR sends nearly always; no other name of any item needs to be made then.</summary>
    private static bool IsInOrderByUpc(IReadOnlyList<JoorStock> sent, IReadOnlyList<JoorStockEntry> entries)
    {
        if (sent.Count != entries.Count)
            return false;
        for (var at = 0; at < sent.Count; at++)
        {
            if (sent[at].Upc is not { Length: > 0 } upc || upc != entries[at].Sku)
                return false;
        }
        return true;
    }

    /// <summary>Null when the counts differ, or an entry names another item than the one at its place.</summary>
    private static int[]? ByPlace(string[][] names, IReadOnlyList<JoorStockEntry> entries)
    {
        if (entries.Count != names.Length)
            return null;
        var known = names.SelectMany(spellings => spellings).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < names.Length; at++)
        {
            var name = Plain(entries[at].Sku);
            if (!names[at].Contains(name) && known.Contains(name))
                return null;
        }
        return [.. Enumerable.Range(0, names.Length)];
    }

    private static int[] ByName(string[][] names, IReadOnlyList<JoorStockEntry> entries)
    {
        var waiting = entries.Select((entry, index) => (Name: Plain(entry.Sku), index)).Where(entry => entry.Name.Length > 0)
            .GroupBy(entry => entry.Name, entry => entry.index, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
        return [.. names.Select(spellings => spellings.Select(name => Next(waiting, name)).FirstOrDefault(index => index >= 0, -1))];
    }

    private static int Next(Dictionary<string, Queue<int>> waiting, string name) =>
        waiting.TryGetValue(name, out var indices) && indices.TryDequeue(out var index) ? index : -1;

    // How JOOR joins the parts is not documented, so only their letters and digits count.
    private static string[] NamesOf(JoorStock item)
    {
        string?[] styles = [Joined(item.StyleNumber, item.StyleIdentifier), item.StyleIdentifier, item.StyleNumber, $"{item.StyleId}"];
        string?[] colors = [item.ColorCode, $"{item.StyleColorId}"];
        string?[] sizes = [item.Size, item.SizeCode];
        var joined = from style in styles from color in colors from size in sizes
                     where !string.IsNullOrEmpty(style) && !string.IsNullOrEmpty(color) && !string.IsNullOrEmpty(size)
                     select Plain(style + color + size);
        return [.. joined.Prepend(Plain(item.Upc)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string? Joined(string? number, string? identifier) => number is null || identifier is null ? null : number + identifier;

    private static string Plain(string? text) => text is null ? "" : new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
