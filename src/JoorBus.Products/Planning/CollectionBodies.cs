using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>Bodies of v4's seasons and collections, and what the account has after them.</summary>
public static class CollectionBodies
{
    public static JoorSeason Of(CreateSeason call) => new() { Name = call.Season.Name, Year = call.Season.Year, ExternalId = call.Season.Code };

    public static JoorCollection Of(CreateCollection call, AccountFacts facts) => Header(new JoorCollection { ExternalId = call.Code }, call.Content, facts);

    /// <summary>
    /// One body for what many styles say about one collection: products it has keep their places, those of <paramref name="changes"/> are set or
    /// taken out. Null when the account has no such collection.
    /// </summary>
    public static JoorCollection? Of(string code, IReadOnlyList<(UpdateCollection Call, KnownProduct Known)> changes, AccountFacts facts)
    {
        if (Naming.Collection(code, facts.Collections ?? []) is not { } collection)
            return null;
        var items = (collection.Items ?? []).ToList();
        var body = new JoorCollection { Id = collection.Id };
        foreach (var (call, known) in changes)
        {
            if (call is { Content: { } header, SetsHeader: true })
                body = Header(body, header, facts);
            Set(items, call, known);
        }
        return body with { Items = items };
    }

    /// <summary>What the account has after JOOR took a call about seasons and collections; others change nothing of it.</summary>
    public static AccountFacts After(this AccountFacts facts, ProductCall call, CallAnswer answer, KnownProduct known)
    {
        switch (call)
        {
            case CreateSeason create:
                return facts with { Seasons = [.. facts.Seasons ?? [], Of(create) with { Id = answer.Id }] };
            case CreateCollection create:
                return facts with { Collections = [.. facts.Collections ?? [], Of(create, facts) with { Id = answer.Id, Items = [] }] };
            case UpdateCollection update when Of(update.Code, [(update, known)], facts) is { } body:
                return facts with { Collections = [.. facts.Collections!.Select(collection => collection.Id == body.Id ? Merged(collection, body) : collection)] };
            default:
                return facts;
        }
    }

    private static JoorCollection Merged(JoorCollection collection, JoorCollection body) => collection with
    {
        Name = body.Name ?? collection.Name,
        Season = body.Season ?? collection.Season,
        Delivery = body.Delivery ?? collection.Delivery,
        Items = body.Items,
    };

    private static JoorCollection Header(JoorCollection body, LinesheetContent content, AccountFacts facts) => body with
    {
        Name = content.Name,
        Season = content.Season is { } season ? Naming.Season(season, facts.Seasons ?? []) : null,
        Delivery = new JoorDelivery { StartShip = content.ShipStart, CompleteShip = content.ShipEnd },
    };

    private static void Set(List<JoorCollectionItem> items, UpdateCollection call, KnownProduct known)
    {
        if (known.Catalog?.ProductId is not { } id)
            return;
        var at = items.FindIndex(item => item.ProductId == id);
        if (call.Content is not { } content)
        {
            items.RemoveAll(item => item.ProductId == id);
            return;
        }
        var ids = CatalogBodies.Ids(known);
        var item = new JoorCollectionItem
        {
            ProductId = id,
            OrderNumber = content.OrderNumber,
            SkuIds = [.. (content.Shown ?? []).Select(key => ids.GetValueOrDefault(key)).OfType<string>()],
        };
        if (at < 0)
            items.Add(item);
        else
            items[at] = item;
    }
}
