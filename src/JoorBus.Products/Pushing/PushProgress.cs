using JoorBus.Products.Storing;

namespace JoorBus.Products.Pushing;

/// <summary>A push's document, kept up to date while it runs; every store is made under the lease.</summary>
internal sealed class PushProgress(ProductPush push, PushStore store, LeaseGuard guard)
{
    public ProductPush Push { get; private set; } = push;

    public LeaseGuard Guard => guard;

    /// <summary>Before anything is sent: the styles go under the push, with the linesheets they are about to be put on.</summary>
    public Task BeginAsync(IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken) => StoreAsync(
        (unit, push) =>
        {
            foreach (var style in styles)
            {
                unit.Unit.Write(Claim.Store, new Claim(guard.Connection, style.Dirty.Style, push.Id));
                if (style.Intend())
                    Know(unit, style);
            }

            return push with { State = ProductPushState.Sending };
        },
        cancellationToken);

    /// <summary>After each request: what is known now of the styles it was about.</summary>
    public Task KnowAsync(IReadOnlyList<(PushStyle Style, CallFate Fate)> fates, CancellationToken cancellationToken) => StoreAsync(
        (unit, push) =>
        {
            foreach (var style in fates.Select(pair => pair.Style).Distinct())
                Know(unit, style);
            return push with
            {
                State = ProductPushState.Sending,
                CallsTaken = push.CallsTaken + fates.Count(pair => pair.Fate is CallFate.Taken),
                CallsRefused = push.CallsRefused + fates.Count(pair => pair.Fate is CallFate.Refused),
            };
        },
        cancellationToken);

    /// <summary>How far JOOR's job is.</summary>
    public Task AwaitAsync(string jobId, int? records, int? done, CancellationToken cancellationToken) =>
        Push is { State: ProductPushState.AwaitingJob } same && same.JobId == jobId && same.JobDone == done
            ? Task.CompletedTask
            : StoreAsync((_, push) => push with { State = ProductPushState.AwaitingJob, JobId = jobId, JobRecords = records, JobDone = done }, cancellationToken);

    /// <summary>Stores what <paramref name="change"/> writes together with the push.</summary>
    public async Task StoreAsync(Func<PushUnit, ProductPush, ProductPush> change, CancellationToken cancellationToken) => await store.WithUnitAsync(async unit =>
    {
        Push = unit.Put(change(unit, Push));
        await guard.CommitAsync(unit.Unit, cancellationToken);
    });

    /// <summary>What is known of a style, with the next store. A style that JOOR must be asked about is stored so.</summary>
    public void Know(PushUnit unit, PushStyle style) =>
        style.Document = unit.Know(guard.Connection, style.Document, style.Known with { MustBeRead = style.MustBeRead });
}
