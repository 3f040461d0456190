namespace JoorBus.Products.Planning;

/// <summary>What is known after JOOR took a call.</summary>
public static class KnowingAfter
{
    public static KnownProduct After(this KnownProduct known, ProductCall call, CallAnswer answer) => call switch
    {
        PutStyle or DropLinesheets or DeleteColor or DeleteSize or DeleteStyle or PutImage or DeleteImage => StyleAfter.Of(known, call, answer),
        _ => CatalogAfter.Of(known, call, answer),
    };
}
