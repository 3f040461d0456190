namespace JoorBus.Joor;

/// <summary>Something that JOOR or the brand has a name for: by JOOR's id, by the brand's code, or by name, as the field allows.</summary>
public sealed record JoorRef
{
    public string? Id { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public static JoorRef ById(string id) => new() { Id = id };

    public static JoorRef ByCode(string code) => new() { Code = code };

    public static JoorRef ByName(string name) => new() { Name = name };
}
