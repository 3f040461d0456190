using JoorBus.Contracts.Products;
using JoorBus.Products.Storing;

namespace JoorBus.Products.Pushing;

/// <summary>Stores how styles ended, and tells others.</summary>
internal sealed class ProductSettling(PushStore store, ProductConnections connections, TimeProvider clock)
{
    /// <summary>Atomic for all of them: what is known, the state, the events and, where they went in one, the push.</summary>
    public Task SettleAsync(IReadOnlyList<PushStyle> styles, LeaseGuard guard, PushProgress? progress, CancellationToken cancellationToken) => store.WithUnitAsync(async unit =>
    {
        foreach (var style in styles)
            await SettleAsync(style, guard.Connection, unit, cancellationToken);
        if (progress is not null)
            unit.Put(progress.Push with { State = ProductPushState.Settled, EndedAt = clock.GetUtcNow() });
        await guard.CommitAsync(unit.Unit, cancellationToken);
    });

    /// <summary>Atomic: those that are over are settled, the others wait for their next turn.</summary>
    public Task PostponeAsync(IReadOnlyList<PushStyle> styles, CallFate.Later obstacle, DateTimeOffset nextAt, LeaseGuard guard, PushProgress? progress, CancellationToken cancellationToken) =>
        store.WithUnitAsync(async unit =>
        {
            foreach (var style in styles)
            {
                if (style.IsOver)
                {
                    await SettleAsync(style, guard.Connection, unit, cancellationToken);
                    continue;
                }

                Keep(style, guard.Connection, unit);
                unit.Unit.Write(Postponement.Store, new Postponement(
                    guard.Connection, style.Dirty.Style, style.Dirty.Attempts + (obstacle.Until is null ? 1 : 0), nextAt, obstacle.Sentence, style.MustBeRead && style.HasSent));
            }

            if (progress is not null)
                unit.Put(progress.Push with { State = ProductPushState.Failed, EndedAt = clock.GetUtcNow(), Error = obstacle.Sentence });
            await guard.CommitAsync(unit.Unit, cancellationToken);
        });

    private async Task SettleAsync(PushStyle style, string connection, PushUnit unit, CancellationToken cancellationToken)
    {
        Keep(style, connection, unit);
        var settlement = Of(style, connection, clock.GetUtcNow());
        unit.Unit.Write(Settlement.Store, settlement);
        var product = ProductIds.Product(connection, style.Dirty.Style);
        var name = connections.NameOf(connection);
        if (settlement.Reasons.Count > 0)
        {
            var refused = new ProductPushRefused
            {
                Connection = name, StyleNumber = style.Input.StyleNumber, StyleIdentifier = style.Dirty.Style, RefusedAt = clock.GetUtcNow(), Reasons = settlement.Reasons,
            };
            await unit.PublishAsync(refused, ProductIds.Event(product, $"{style.Dirty.Generation}", "refused"), cancellationToken);
        }
        else if (settlement.State == ProductState.Settled && IsNews(style, settlement))
        {
            var pushed = new ProductPushed
            {
                Connection = name, StyleNumber = style.Input.StyleNumber, StyleIdentifier = style.Dirty.Style, JoorStyleId = settlement.JoorStyleId, PushedAt = clock.GetUtcNow(),
            };
            await unit.PublishAsync(pushed, ProductIds.Event(product, $"{style.Dirty.Generation}", "pushed"), cancellationToken);
        }
    }

    // What went out while a removal was held, and so was not told, is told once the style is whole.
    private static bool IsNews(PushStyle style, Settlement settlement) =>
        settlement.PushedAt is not null || (style.Input.Wanted is not null && style.Known.JoorId is not null && style.Dirty.PushedHash != settlement.PushedHash);

    private static Settlement Of(PushStyle style, string connection, DateTimeOffset now)
    {
        IReadOnlyList<string> reasons = [.. style.Plan.Refusals.Select(fault => fault.Sentence).Concat(style.Refused).Concat(style.Gap is { } gap ? [gap] : []).Distinct()];
        IReadOnlyList<string> held = [.. style.Plan.Held.Select(removal => removal.Sentence)];
        var state = reasons.Count > 0 ? ProductState.Refused : held.Count > 0 ? ProductState.Held : style.IsSkipped ? ProductState.Skipped : ProductState.Settled;
        var hash = style.Wanted.Hash;
        // An earlier push that never told how it ended may have sent what is there.
        var hasSent = style.HasSent || (style.Dirty.IsUnsure && style.Dirty.PushedHash != hash);
        return new Settlement
        {
            Connection = connection,
            Style = style.Dirty.Style,
            Generation = style.Dirty.Generation,
            State = state,
            Reasons = reasons,
            Held = held,
            JoorStyleId = style.Known.JoorId,
            WantedHash = hash,
            PushedHash = state == ProductState.Settled ? hash : null,
            PushedAt = hasSent ? now : null,
        };
    }

    private static void Keep(PushStyle style, string connection, PushUnit unit)
    {
        var known = style.Known with { MustBeRead = style.MustBeRead && (style.HasSent || style.Known.MustBeRead) };
        if (style.Document is not null || style.Reads > 0 || style.HasSent)
            style.Document = unit.Know(connection, style.Document, known);
    }
}
