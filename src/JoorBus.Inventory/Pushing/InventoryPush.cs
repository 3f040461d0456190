using System.Text.Json.Serialization;
using JoorBus.Persistence.Documents;

namespace JoorBus.Inventory.Pushing;

/// <summary>One request of stock, from the moment its entries are claimed. Kept for 7 days after its end.</summary>
public sealed class InventoryPush : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Key of the connection.</summary>
    public required string Connection { get; init; }

    public required PushKind Kind { get; init; }

    public PushState State { get; set; } = PushState.Claimed;

    /// <summary>Entries sent.</summary>
    public required int Entries { get; init; }

    public int Passed { get; set; }

    public int Refused { get; set; }

    /// <summary>Entries that JOOR said neither yes nor no to.</summary>
    public int Unconfirmed { get; set; }

    /// <summary>Credits of all attempts.</summary>
    public int Credits { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended as it did, where not everything passed.</summary>
    public string? Reason { get; set; }

    /// <summary>JOOR's id of the request.</summary>
    public string? LogId { get; set; }

    /// <summary>Taker of the lease that sent it.</summary>
    public required long Epoch { get; init; }

    [JsonIgnore]
    public int Version { get; set; }
}

/// <summary>What a request is for.</summary>
public enum PushKind
{
    /// <summary>Entries that changed.</summary>
    Update,

    /// <summary>Everything in one request that replaces what JOOR has.</summary>
    Overwrite,

    /// <summary>A part of everything, with credits that were left over.</summary>
    Reconcile,
}

/// <summary>How far a request got.</summary>
public enum PushState
{
    /// <summary>Its entries are taken; it may have reached JOOR.</summary>
    Claimed,

    /// <summary>JOOR took every entry.</summary>
    Settled,

    /// <summary>JOOR took some entries only.</summary>
    PartlyRefused,

    /// <summary>JOOR refused it as a whole, or it was not sent.</summary>
    Refused,

    /// <summary>Whether JOOR took it is not known; its entries are sent again.</summary>
    Unknown,
}
