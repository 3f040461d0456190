using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>A bulk job; it takes effect when it ends.</summary>
internal sealed class StoredJob
{
    public required int Id { get; init; }
    public required JoorJobKind Kind { get; init; }
    public required IReadOnlyList<JsonObject> Records { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Reasons of records that were left out.</summary>
    public List<string> Refusals { get; } = [];

    public bool IsDone { get; set; }

    public string StatusAt(DateTimeOffset now) => IsDone ? "finished" : now > StartsAt ? "started" : "queued";

    public int ProgressAt(DateTimeOffset now) => IsDone ? Records.Count
        : now <= StartsAt || EndsAt <= StartsAt ? 0
        : (int)(Records.Count * ((now - StartsAt) / (EndsAt - StartsAt)));

    public DateTimeOffset ModifiedAt(DateTimeOffset now) => IsDone ? EndsAt : now < StartsAt ? CreatedAt : now;
}
