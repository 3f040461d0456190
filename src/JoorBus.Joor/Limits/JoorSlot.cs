namespace JoorBus.Joor;

/// <summary>A permit that is under way, as its limit group sees it.</summary>
public sealed record JoorSlot
{
    public required string Id { get; init; }

    public required int Holder { get; init; }

    public required string Connection { get; init; }

    public required int Revision { get; init; }

    /// <summary>Its attempt has ended by then.</summary>
    public required DateTimeOffset Until { get; init; }
}
