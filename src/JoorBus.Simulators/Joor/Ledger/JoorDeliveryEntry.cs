namespace JoorBus.Simulators.Joor;

/// <summary>A linesheet that a style is on.</summary>
public sealed record JoorDeliveryEntry
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? SeasonCode { get; init; }

    public string? SeasonName { get; init; }

    public int? SeasonYear { get; init; }

    public DateOnly? ShipStart { get; init; }

    public DateOnly? ShipEnd { get; init; }

    public int? DisplayOrder { get; init; }

    /// <summary>Codes of colours that it does not show.</summary>
    public IReadOnlyList<string> HiddenColors { get; init; } = [];

    /// <summary>Whether a person made it in JOOR.</summary>
    public bool IsManual { get; init; }
}
