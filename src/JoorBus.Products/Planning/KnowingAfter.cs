namespace JoorBus.Products.Planning;

/// <summary>What is known after JOOR took a call.</summary>
public static class KnowingAfter
{
    public static KnownProduct After(this KnownProduct known, ProductCall call, CallAnswer answer) => call switch
    {
        PutStyle or DropLinesheets or DeleteColor or DeleteSize or DeleteStyle or PutImage or DeleteImage => StyleAfter.Of(Owning(known, call), call, answer),
        _ => CatalogAfter.Of(Owning(known, call), call, answer),
    };

    /// <summary>What is known after a call of which nobody knows whether JOOR took it: JOOR must be read.</summary>
    public static KnownProduct Unclear(this KnownProduct known, ProductCall call) => Owning(known, call) with { MustBeRead = true };

    private static KnownProduct Owning(KnownProduct known, ProductCall call)
    {
        IEnumerable<string> codes = call switch
        {
            PutStyle put => put.Style.Deliveries.Select(delivery => delivery.Code).OfType<string>(),
            UpdateCollection { Content: not null } update => [update.Code],
            _ => [],
        };
        var added = codes.Except(known.OwnLinesheets).ToList();
        return added.Count == 0 ? known : known with { OwnLinesheets = [.. known.OwnLinesheets, .. added] };
    }
}
