using System.Text.Json.Serialization;
using JoorBus.Persistence.Documents;

namespace JoorBus.Products.Storing;

/// <summary>One batch of styles on its way to JOOR.</summary>
public sealed record ProductPush : IVersioned
{
    /// <summary>Pushes that are not over, by connection.</summary>
    internal static readonly DocumentIndex Open = new("open", "data ->> 'Connection'", "data ->> 'State' in ('Planned', 'Sending', 'AwaitingJob')");

    internal static readonly DocumentMapping<ProductPush> Mapping = new("productpush", push => push.Id, ProductsJson.Default.ProductPush, Open);

    public required Guid Id { get; init; }

    /// <summary>Key of the connection.</summary>
    public required string Connection { get; init; }

    public int Version { get; set; }

    public required ProductPushState State { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Identifiers of the styles.</summary>
    public required IReadOnlyList<string> Styles { get; init; }

    /// <summary>Calls that were planned at the start; some go together in one request.</summary>
    public int CallsPlanned { get; init; }

    /// <summary>Calls that JOOR took.</summary>
    public int CallsTaken { get; init; }

    /// <summary>Calls that JOOR refused.</summary>
    public int CallsRefused { get; init; }

    /// <summary>JOOR's job that is awaited, or was last.</summary>
    public string? JobId { get; init; }

    /// <summary>Styles in the job.</summary>
    public int? JobRecords { get; init; }

    /// <summary>Styles that the job has done.</summary>
    public int? JobDone { get; init; }

    /// <summary>Why it ended before everything was sent.</summary>
    public string? Error { get; init; }
}

/// <summary>Where a push stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProductPushState>))]
public enum ProductPushState
{
    /// <summary>Stored; nothing was sent.</summary>
    Planned,

    /// <summary>Requests go out.</summary>
    Sending,

    /// <summary>JOOR works off a job.</summary>
    AwaitingJob,

    /// <summary>Every style was settled.</summary>
    Settled,

    /// <summary>It stopped; what is left goes in another push.</summary>
    Failed,
}
