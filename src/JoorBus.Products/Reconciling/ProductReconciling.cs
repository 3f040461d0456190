using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Pushing;
using JoorBus.Products.Setting;
using JoorBus.Products.Storing;
using Microsoft.Extensions.Logging;

namespace JoorBus.Products.Reconciling;

/// <summary>
/// Compares what JOOR holds with what is known, with credits that nobody else needs. Drift becomes known and the style dirty, so that the next push heals it.
/// </summary>
internal sealed partial class ProductReconciling(ReconcileStore reconciling, PushStore store, FactsCache facts, TimeProvider clock, ILogger<ProductReconciling> log)
{
    private const int PageSize = 200;
    private const int StylesPerStep = 50;

    /// <summary>Whether one is wanted, under way, or its time has come; the first time counts from the first turn.</summary>
    public bool IsDue(ProductSettings settings, WorkerState state) =>
        state.IsReconcileWanted || state.ReconcileAfter is not null
        || (settings.ReconcileEvery is { } every && (state.ReconciledAt is not { } last || clock.GetUtcNow() - last >= every));

    /// <summary>One part of it: v2 reads all pages, v4 the next styles. Stored as one.</summary>
    public async Task<(WorkerState Next, CallFate.Later? Obstacle)> StepAsync(Turn turn, WorkerState state, CancellationToken cancellationToken)
    {
        // Nothing was ever compared and nobody asked: what was just sent is fresh.
        if (state is { IsReconcileWanted: false, ReconcileAfter: null, ReconciledAt: null })
            return (await EndAsync(turn, state, [], null, cancellationToken), null);
        var styles = await reconciling.StylesAfterAsync(turn.Connection.Key, state.ReconcileAfter ?? "", turn.IsV4 ? StylesPerStep : int.MaxValue, cancellationToken);
        if (styles.Count == 0)
            return (await EndAsync(turn, state, [], null, cancellationToken), null);
        var (read, obstacle) = turn.IsV4 ? await ReadV4Async(turn, styles, cancellationToken) : await ReadV2Async(turn, cancellationToken);
        if (obstacle is not null)
            return (state, obstacle);
        var drifted = new List<(KnownProductDocument Document, KnownProduct After)>();
        foreach (var style in styles)
        {
            if (await store.KnownAsync(turn.Connection.Key, style, cancellationToken) is { } document
                && read(document) is var after && Adopting.HasDrifted(document.Known, after))
            {
                drifted.Add((document, after));
            }
        }

        return (await EndAsync(turn, state, drifted, turn.IsV4 && styles.Count == StylesPerStep ? styles[^1] : null, cancellationToken), null);
    }

    private async Task<WorkerState> EndAsync(
        Turn turn, WorkerState state, List<(KnownProductDocument Document, KnownProduct After)> drifted, string? after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.WithUnitAsync(async unit =>
        {
            foreach (var (document, known) in drifted)
            {
                unit.Know(turn.Connection.Key, document, known);
                unit.Unit.Write(Drift.Store, new Drift(turn.Connection.Key, document.Style, now));
            }

            unit.Unit.Write(ReconcileStep.Store, new ReconcileStep(turn.Guard.Lease, after, drifted.Count, now));
            await turn.Guard.CommitAsync(unit.Unit, cancellationToken);
        });
        if (drifted.Count > 0)
            Drifted(log, turn.Connection.Name, drifted.Count);
        return state with { IsReconcileWanted = state.IsReconcileWanted && after is not null, ReconcileAfter = after, ReconciledAt = after is null ? now : state.ReconciledAt };
    }

    private static async Task<(Func<KnownProductDocument, KnownProduct> Read, CallFate.Later? Obstacle)> ReadV2Async(Turn turn, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, JoorStyle>(StringComparer.Ordinal);
        int? next = 0;
        while (next is { } start)
        {
            var query = new JoorStyleQuery { StartFrom = start, Count = PageSize, Priority = JoorPriority.Reconciling };
            var answer = await turn.Guard.RequestAsync(token => turn.Client.V2.Styles.ReadPageAsync(query, token), cancellationToken);
            if (answer is not JoorAnswer<JoorPage<JoorStyle>>.Accepted { Value: var page })
                return (document => document.Known, KnownReading.Not(CallFate.Of(answer, "styles")).Obstacle);
            foreach (var style in page.Readable().Where(style => style is { Identifier: not null, IsDeleted: false }))
                all[style.Identifier!] = style;
            next = page.Next;
        }

        return (document => document.Known.Adopt(all.GetValueOrDefault(document.Style)), null);
    }

    private async Task<(Func<KnownProductDocument, KnownProduct> Read, CallFate.Later? Obstacle)> ReadV4Async(
        Turn turn, IReadOnlyList<string> styles, CancellationToken cancellationToken)
    {
        var (found, obstacle) = await new CatalogReading(turn.Client, turn.Guard, facts, JoorPriority.Reconciling).ReadAsync(styles, cancellationToken);
        return (document => document.Known.Adopt(found.GetValueOrDefault(document.Style)), obstacle);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "products.drifted {Connection}: JOOR holds {Count} styles otherwise than was sent; they are sent again")]
    private static partial void Drifted(ILogger log, string connection, int count);
}
