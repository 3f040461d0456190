using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;

namespace JoorBus.Inventory.Pushing;

/// <summary>One request of stock: claim, send, settle. Killed anywhere, its entries are found by their push and sent again.</summary>
internal sealed partial class PushRound(InventoryUnits units, IStockSending sending, PushEvents events, IPushStages stages, TimeProvider clock, ILogger<PushRound> log)
{
    private static readonly Guid Scope = new("5b0c52b0-0f5e-5d1c-9d39-5f0f0c6f8a11");

    /// <summary>Sends the entries; null when the lease was lost before anything was sent.</summary>
    public async Task<StockSettling?> SendAsync(PushOrder order, WorkerRow worker, HeldLease lease, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        // JOOR clears an item's stock when it becomes made to order, so those come last.
        var claimed = order.Entries.OrderBy(entry => entry.Slot.Wanted.IsMadeToOrder).ToList();
        var push = new InventoryPush
        {
            Id = NameBasedGuid.Create(Scope, $"{worker.Connection}/{worker.Epoch}/{startedAt.UtcTicks}/{order.Number}"),
            Connection = worker.Connection,
            Kind = order.Kind,
            Entries = claimed.Count,
            StartedAt = startedAt,
            Epoch = worker.Epoch,
        };
        if (!await ClaimAsync(push, worker, claimed, startedAt + order.Lease, cancellationToken))
            return null;
        lease.Renew(startedAt + order.Lease);
        // A host that stops lets the request under way end; the lease bounds how long that takes.
        cancellationToken = CancellationToken.None;
        await stages.ReachedAsync(PushStage.Claimed);
        var answer = await AskAsync(order, worker.Connection, claimed, lease, cancellationToken);
        await stages.ReachedAsync(PushStage.Sent);
        var now = clock.GetUtcNow();
        var settling = StockSettling.Of(worker.Connection, push.Id, order.Kind, claimed, answer, order.Failures, now);
        if (settling.IsWholeRefused && !order.MayHalve && order.Kind != PushKind.Overwrite)
            settling = settling with { IsWholeRefused = false, Entries = [.. settling.Entries.Select(entry => entry with { Outcome = EntryOutcome.Refused })] };
        push.Credits = answer.CreditsSpent;
        push.LogId = answer.LogId;
        return await SettleAsync(push, order, worker, settling, now, cancellationToken) ? settling : null;
    }

    private Task<bool> ClaimAsync(InventoryPush push, WorkerRow worker, List<ClaimedEntry> claimed, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        units.StoreAsync(
            worker,
            (unit, documents) =>
            {
                unit.Write(LeaseExtension.Store, new LeaseExtension(worker, leaseUntil));
                documents.Insert(push);
                foreach (var entry in claimed)
                    unit.Write(EntryClaim.Store, new EntryClaim(worker.Connection, entry.Slot.Key, push.Id));
                return Task.CompletedTask;
            },
            cancellationToken);

    private async Task<JoorAnswer<JoorStockResult>> AskAsync(PushOrder order, string connection, List<ClaimedEntry> claimed, HeldLease lease, CancellationToken cancellationToken)
    {
        var options = new JoorStockOptions
        {
            Overwrite = order.Kind == PushKind.Overwrite,
            DecPending = order.Settings.DecPending,
            SaysImmediate = order.Settings.SaysImmediate,
            SpellsIdentifer = order.Settings.SpellsIdentifer,
            Priority = order.Kind == PushKind.Reconcile ? JoorPriority.Reconciling : JoorPriority.Stock,
        };
        var entries = claimed.ConvertAll(entry => entry.Slot.ToJoorStock());
        try
        {
            return await lease.WithinAsync(order.LeaseMargin, token => sending.SendAsync(connection, entries, options, token), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new JoorAnswer<JoorStockResult>.OutcomeUnknown("it was given up because this host could not renew its lease");
        }
    }

    private async Task<bool> SettleAsync(InventoryPush push, PushOrder order, WorkerRow worker, StockSettling settling, DateTimeOffset now, CancellationToken cancellationToken)
    {
        push.State = settling.State;
        push.EndedAt = now;
        push.Reason = settling.Reason;
        push.Passed = settling.Entries.Count(entry => entry.Outcome == EntryOutcome.Passed);
        push.Refused = settling.Entries.Count(entry => entry.Outcome is EntryOutcome.Refused or EntryOutcome.GivenUp);
        push.Unconfirmed = settling.Entries.Count(entry => entry.Outcome == EntryOutcome.Unconfirmed);
        var next = order.After(worker, settling);
        var stored = await units.StoreAsync(
            next,
            async (unit, documents) =>
            {
                documents.Update(push);
                foreach (var entry in settling.Entries)
                {
                    unit.Write(SettledEntry.Store, entry);
                    unit.Write(SettledEntry.Forget, entry);
                }

                if (order.Kind == PushKind.Overwrite && settling.IsWholeRefused)
                    unit.Write(WishDone.Store, new WishDone(push.Connection, order.Wish));
                else if (order.Kind == PushKind.Overwrite && settling.MayHaveEffect)
                    WriteOverwritten(unit, push, order, settling.State != PushState.Unknown, now);
                else if (settling.MayHaveEffect)
                    WriteCleared(unit, settling, now);
                var told = order.Kind == PushKind.Reconcile ? settling.Entries.Where(entry => entry.Outcome != EntryOutcome.Passed).ToList() : settling.Entries;
                await events.PublishAsync(unit, push.Id, order.ConnectionName, told, now, cancellationToken);
            },
            cancellationToken);
        if (stored)
            Pushed(log, order.ConnectionName, push.Kind, push.State, push.Entries, push.Passed, push.Refused, push.Credits, (now - push.StartedAt).TotalMilliseconds, settling.Reason);
        else
            LeaseLost(log, order.ConnectionName);
        return stored;
    }

    private static void WriteOverwritten(UnitOfWork unit, InventoryPush push, PushOrder order, bool isSure, DateTimeOffset now)
    {
        var overwritten = new Overwritten(push.Connection, push.Id, isSure, now);
        unit.Write(Overwritten.Forget, overwritten);
        unit.Write(Overwritten.SendAgain, overwritten);
        if (isSure)
            unit.Write(WishDone.Store, new WishDone(push.Connection, order.Wish));
    }

    private static void WriteCleared(UnitOfWork unit, StockSettling settling, DateTimeOffset now)
    {
        var madeToOrder = settling.Entries.Where(entry => entry.Entry.Slot.Wanted.IsMadeToOrder && entry.Outcome is not (EntryOutcome.Refused or EntryOutcome.Unsent));
        foreach (var item in madeToOrder.GroupBy(entry => entry.Entry.Slot.Key.JoorItem, StringComparer.Ordinal))
        {
            var cleared = new ClearedItem(item.First().Connection, item.Key, item.Any(entry => entry.Outcome == EntryOutcome.Passed), now);
            unit.Write(ClearedItem.Forget, cleared);
            unit.Write(ClearedItem.SendAgain, cleared);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "inventory.pushed {Connection} {Kind} {State}: {Passed} of {Entries} entries taken, {Refused} refused, {Credits} credits, {Elapsed} ms {Reason}")]
    private static partial void Pushed(ILogger log, string connection, PushKind kind, PushState state, int entries, int passed, int refused, int credits, double elapsed, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.lease-lost {Connection}: JOOR's answer is not stored; whoever has the lease now sends those entries again")]
    private static partial void LeaseLost(ILogger log, string connection);
}
