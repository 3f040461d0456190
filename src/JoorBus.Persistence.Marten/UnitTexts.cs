namespace JoorBus.Persistence.Marten;

/// <summary>
/// JSON that documents had when their changes were given to the unit, for the session that writes them: whatever becomes of a document
/// before the commit, that text is stored, and it is written once.
/// </summary>
internal static class UnitTexts
{
    private static readonly AsyncLocal<Dictionary<object, string>?> Current = new();

    /// <summary>Whether this flow of control works inside a unit's transaction.</summary>
    public static bool InUse => Current.Value is not null;

    public static string? Of(object document) => Current.Value?.GetValueOrDefault(document);

    /// <summary>For the rest of the calling asynchronous method and what it calls.</summary>
    public static void Use(IEnumerable<MartenChange> changes)
    {
        var texts = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var change in changes)
        {
            if (change is { Document: { } document, Text: { } text })
            {
                texts.Add(document, text);
            }
        }

        Current.Value = texts;
    }
}
