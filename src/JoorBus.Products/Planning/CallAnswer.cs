namespace JoorBus.Products.Planning;

/// <summary>What became of a call, in the words that matter here. A call that was refused whole changes nothing and has none.</summary>
public sealed record CallAnswer
{
    /// <summary>Taken, without an id.</summary>
    public static CallAnswer Taken { get; } = new();

    /// <summary>Id of the style, product, season or collection; for an image the name JOOR gave it.</summary>
    public string? Id { get; init; }

    /// <summary>Of SKUs, prices and assets: one for each element of the call, in its order; empty when JOOR took all and gave no ids.</summary>
    public IReadOnlyList<ElementAnswer> Elements { get; init; } = [];

    /// <summary>Taken, with JOOR's id.</summary>
    public static CallAnswer WithId(string? id) => new() { Id = id };
}

/// <summary>What became of one element.</summary>
public sealed record ElementAnswer(ElementOutcome Outcome, string? Id = null);

/// <summary>What became of one element.</summary>
public enum ElementOutcome
{
    Accepted,

    /// <summary>JOOR said no, or that it has it already.</summary>
    Refused,

    /// <summary>The answer leaves it open: read first.</summary>
    Unconfirmed,
}
