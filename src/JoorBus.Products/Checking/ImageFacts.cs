namespace JoorBus.Products.Checking;

/// <summary>What a look at an image's address told. Null where the server said nothing.</summary>
public sealed record ImageFacts
{
    /// <summary>Media type, such as image/jpeg.</summary>
    public string? MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public long? Length { get; init; }

    /// <summary>Why the address could not be read, as the end of a sentence such as <c>answered 404</c>; null when it could.</summary>
    public string? Trouble { get; init; }
}
