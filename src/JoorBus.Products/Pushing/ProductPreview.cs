using System.Text.Json;
using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Setting;
using JoorBus.Products.Storing;

namespace JoorBus.Products.Pushing;

/// <summary>What a push of a style would do, without doing it. JOOR is only read.</summary>
public sealed class ProductPreview
{
    private readonly ProductConnections _connections;
    private readonly ProductSettingsStore _settings;
    private readonly ProductStore _products;
    private readonly ProductPreparing _preparing;
    private readonly FactsReading _factsReading;
    private readonly FactsCache _facts;
    private readonly JoorClients _clients;
    private readonly TimeProvider _clock;

    internal ProductPreview(
        ProductConnections connections, ProductSettingsStore settings, ProductStore products, ProductPreparing preparing, FactsReading factsReading, FactsCache facts,
        JoorClients clients, TimeProvider clock) =>
        (_connections, _settings, _products, _preparing, _factsReading, _facts, _clients, _clock) =
        (connections, settings, products, preparing, factsReading, facts, clients, clock);

    /// <summary>Null when the connection is not in use.</summary>
    public async Task<PreviewedProduct?> OfAsync(string connection, string style, CancellationToken cancellationToken)
    {
        if (_connections.Current().FirstOrDefault(options => options.Key == connection) is not { } options)
            return null;
        var guard = LeaseGuard.None(connection, _clock);
        var turn = new Turn(options, await _settings.LoadAsync(connection, cancellationToken), guard, _clients.For(connection));
        var (facts, unread) = await _factsReading.ReadAsync(turn.Client, options.ApiVersion, guard, cancellationToken);
        if (unread is not null)
            return new PreviewedProduct { Obstacle = unread.Sentence };
        var dirty = await _products.OneAsync(connection, style, cancellationToken);
        var prepared = await _preparing.PrepareAsync([dirty], options, turn.Settings, facts, cancellationToken);
        if (prepared[0] is { NeedsReading: true } unknown)
        {
            var read = await turn.Reading(_facts).ReadAsync(prepared, cancellationToken);
            if (read.Obstacle is not null)
                return new PreviewedProduct { Obstacle = read.Obstacle.Sentence };
            unknown.Adopt(read.Read[0]);
        }

        var plan = prepared[0].Plan;
        return new PreviewedProduct
        {
            Requests = PlannedRequests.Of(plan, options.Format, prepared[0].Input.Facts),
            Reasons = [.. plan.Refusals.Select(fault => fault.Sentence)],
            Held = [.. plan.Held.Select(removal => removal.Sentence)],
            Plan = JsonSerializer.SerializeToElement(plan, PlanningJson.Default.ProductPlan),
        };
    }
}

/// <summary>What a push of a style would do.</summary>
public sealed record PreviewedProduct
{
    /// <summary>Exactly what would be sent, in this order; ids that JOOR gives on the way are missing.</summary>
    public IReadOnlyList<JoorDryRequest> Requests { get; init; } = [];

    /// <summary>What would not be sent, each a sentence.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Removals that wait for a person, each a sentence.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>The plan as JSON; null when there is none.</summary>
    public JsonElement? Plan { get; init; }

    /// <summary>Why JOOR could not be read; null when it could.</summary>
    public string? Obstacle { get; init; }
}
