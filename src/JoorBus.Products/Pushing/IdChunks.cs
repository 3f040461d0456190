namespace JoorBus.Products.Pushing;

/// <summary>Ids in as few lists as addresses can safely carry.</summary>
internal static class IdChunks
{
    private const int MostIds = 200;
    private const int MostCharacters = 4000;

    public static IEnumerable<IReadOnlyList<string>> Of(IEnumerable<string> ids)
    {
        var (chunk, length) = (new List<string>(), 0);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var own = Uri.EscapeDataString(id).Length + 1;
            if (chunk.Count > 0 && (chunk.Count == MostIds || length + own > MostCharacters))
            {
                yield return chunk;
                (chunk, length) = ([], 0);
            }

            chunk.Add(id);
            length += own;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }
}
