namespace JoorBus.Joor;

/// <summary>A style: by JOOR's id, or by its number and its identifier.</summary>
public sealed record JoorStyleKey
{
    /// <summary>JOOR's style_id; wins where given.</summary>
    public string? Id { get; init; }

    /// <summary>style_number.</summary>
    public string? Number { get; init; }

    /// <summary>style_identifier, the unique one of the two.</summary>
    public string? Identifier { get; init; }

    public static JoorStyleKey ById(string id) => new() { Id = id };

    public static JoorStyleKey ByNumber(string number, string identifier) => new() { Number = number, Identifier = identifier };
}
