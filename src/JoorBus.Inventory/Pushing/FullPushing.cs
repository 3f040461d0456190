using System.Globalization;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Pushing;

/// <summary>What a wish for a full push leads to.</summary>
/// <param name="Order">The request to send.</param>
/// <param name="NextAt">When to go on.</param>
/// <param name="IsLost">The lease is another's.</param>
internal readonly record struct FullStep(PushOrder? Order, DateTimeOffset? NextAt, bool IsLost = false)
{
    /// <summary>The worker's row as it was stored; null when it did not change.</summary>
    public WorkerRow? Row { get; init; }
}

/// <summary>Fulfils the wish that everything be sent: in overwrite one request with everything, in update every slot due again.</summary>
internal sealed class FullPushing(WorkerParts parts)
{
    private static readonly TimeSpan HeldLook = TimeSpan.FromSeconds(30);

    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    /// <summary>The wish as it was read last.</summary>
    public string? SeenWish { get; private set; }

    /// <summary>Null when there is nothing to do, or it is held and updates go on.</summary>
    public async Task<FullStep?> NextAsync(WorkSurroundings around, WorkerRow row, int affordable, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOverwrite = around.Settings.Mode == StockMode.Overwrite;
        var (before, text) = (SeenWish, await parts.Pushes.WishAsync(row.Connection, cancellationToken));
        SeenWish = text;
        var wish = FullPush.Read(text);
        if (wish is null && isOverwrite && await parts.Pushes.CountedAtAsync(row.Connection, cancellationToken) > (row.FullAt ?? DateTimeOffset.MinValue))
            wish = new FullPush { Cause = "a full count was applied", At = now };
        if (wish is null || (wish.Held is not null && text == before && now - _lookedAt < HeldLook))
            return null;
        _lookedAt = now;
        if (!isOverwrite)
            return await SendAllAgainAsync(row, text, now, cancellationToken);
        var (stocked, held) = await parts.Pushes.StockedAsync(row.Connection, cancellationToken);
        if (!wish.IsReleased && Objection(stocked, held, around.Settings.MaxOverwriteLoss) is { } objection)
            return await HoldAsync(row, wish, objection, now, cancellationToken);
        if (affordable <= 0)
            return new FullStep(null, now.AddSeconds(1));
        var entries = await parts.Pushes.WholeAsync(row.Connection, cancellationToken);
        return entries.Count == 0
            ? await SendAllAgainAsync(row, text, now, cancellationToken)
            : new FullStep(
                new PushOrder
                {
                    Kind = PushKind.Overwrite,
                    Entries = entries,
                    Settings = around.Settings,
                    ConnectionName = around.Options.Name,
                    Number = 0,
                    LeaseMargin = parts.LeaseMargin,
                    At = now,
                    Wish = text,
                },
                null);
    }

    /// <summary>Why an overwrite needs a person's word; null when it does not.</summary>
    internal static string? Objection(int stocked, int held, decimal mostLoss)
    {
        if (held == 0)
            return null;
        var loss = Math.Max(0, (decimal)(held - stocked) / held);
        return stocked == 0 || loss > mostLoss
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"JOOR holds stock of {held} entries and would keep {stocked}: a loss of {loss:P0} is above the {mostLoss:P0} allowed; look for what is missing, or release the full push")
            : null;
    }

    private async Task<FullStep?> SendAllAgainAsync(WorkerRow row, string? wish, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = row with { FullAt = now };
        var stored = await parts.Units.StoreAsync(
            next,
            (unit, _) =>
            {
                unit.Write(WholeConnection.SendAgain, new WholeConnection(row.Connection, now));
                unit.Write(WishDone.Store, new WishDone(row.Connection, wish));
                return Task.CompletedTask;
            },
            cancellationToken);
        return new FullStep(null, now, IsLost: !stored) { Row = next };
    }

    private async Task<FullStep?> HoldAsync(WorkerRow row, FullPush wish, string objection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (wish.Held == objection)
            return null;
        var held = wish with { Held = objection };
        var stored = await parts.Units.StoreAsync(
            row,
            (unit, _) =>
            {
                unit.Write(WantedPush.Store, new WantedPush(row.Connection, held));
                return Task.CompletedTask;
            },
            cancellationToken);
        SeenWish = held.Write();
        return stored ? null : new FullStep(null, null, IsLost: true);
    }
}
