using JoorBus.Connections.Sealing;
using JoorBus.Inventory;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Products;

namespace JoorBus.Configuring;

/// <summary>Everything a host is told.</summary>
public sealed record HostSettings
{
    public required PersistenceOptions Persistence { get; init; }

    public required MessagingOptions Messaging { get; init; }

    public required OrdersOptions Orders { get; init; }

    /// <summary>Stock.</summary>
    public InventoryOptions Inventory { get; init; } = new();

    public ProductOptions Products { get; init; } = new();

    public required IReadOnlyList<JoorConnectionOptions> Connections { get; init; }

    /// <summary>What seals the secrets of stored connections.</summary>
    public MasterKeyOptions MasterKeys { get; init; } = new();

    /// <summary>How JOOR is talked to, by every connection.</summary>
    public JoorOptions Joor { get; init; } = new();

    /// <summary>JOOR's published limits.</summary>
    public JoorLimitOptions Limits { get; init; } = new();

    /// <summary>JOOR's addresses.</summary>
    public JoorHostOptions JoorHosts { get; init; } = new();

    public required HttpSettings Http { get; init; }

    /// <summary>An OpenTelemetry collector for traces and metrics, from OTEL_EXPORTER_OTLP_ENDPOINT; null sends nothing.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>Where the demo keeps its private servers.</summary>
    public required string DataFolder { get; init; }
}

/// <summary>The HTTP side of a host.</summary>
/// <param name="Urls">Where it listens; loopback by default.</param>
/// <param name="Token">Bearer token that every request but the health checks must carry; null for none, allowed on loopback only.</param>
public sealed record HttpSettings(string Urls, string? Token)
{
    public const string DefaultUrls = "http://127.0.0.1:5870";

    /// <summary>Where a host without the role web answers, on this machine alone, for health checks; null takes a free port.</summary>
    public string? HealthUrl { get; init; }
}
