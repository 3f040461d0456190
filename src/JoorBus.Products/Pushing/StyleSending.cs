using System.Globalization;
using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Sends calls through v2: many styles as one job, all else one by one.</summary>
internal sealed class StyleSending(JoorClient client, PushProgress progress, StyleJobs jobs) : ICallSending
{
    private LeaseGuard Guard => progress.Guard;

    public int StepOf(ProductCall call) => call switch
    {
        DeleteColor or DeleteSize or DeleteStyle => 0,
        PutStyle { IsNew: true } => 1,
        PutStyle => 2,
        DropLinesheets => 3,
        DeleteImage => 4,
        _ => 5,
    };

    public bool MayJoin(PlannedCall first, PlannedCall other) => (first.Call, other.Call) switch
    {
        (PutStyle one, PutStyle two) => one.IsNew == two.IsNew && !first.Style.GoesAlone && !other.Style.GoesAlone,
        (DropLinesheets, DropLinesheets) => !first.Style.GoesAlone && !other.Style.GoesAlone,
        _ => false,
    };

    public async Task<IReadOnlyList<CallFate>> SendAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken) =>
        calls.Count == 1
            ? [await SendAsync(calls[0], cancellationToken)]
            : await jobs.RunAsync(calls, [.. calls.Select(planned => BodyOf(planned.Call))], calls[0].Call is PutStyle { IsNew: true }, cancellationToken);

    private async Task<CallFate> SendAsync(PlannedCall planned, CancellationToken cancellationToken)
    {
        var styles = client.V2.Styles;
        var what = string.Create(CultureInfo.InvariantCulture, $"style '{planned.Style.Dirty.Style}'");
        switch (planned.Call)
        {
            case PutStyle { IsNew: true } put:
                return Keyed(await Guard.RequestAsync(token => styles.CreateAsync(put.Style, token), cancellationToken), what);
            case PutStyle put:
                return Keyed(await Guard.RequestAsync(token => styles.UpdateAsync(KeyOf(planned.Style), put.Style, token), cancellationToken), what);
            case DropLinesheets drop:
                return Keyed(await Guard.RequestAsync(token => styles.UpdateAsync(KeyOf(planned.Style), drop.Style, token), cancellationToken), $"linesheets of {what}");
            case DeleteColor gone:
                return Done(await Guard.RequestAsync(token => styles.DeleteColorAsync(gone.Style, gone.ColorCode, token), cancellationToken), $"removal of colour '{gone.ColorCode}' of {what}");
            case DeleteSize gone:
                return Done(await Guard.RequestAsync(token => styles.DeleteSizeAsync(gone.Style, gone.Size, token), cancellationToken), $"removal of size '{gone.Size}' of {what}");
            case DeleteStyle gone:
                return Done(await Guard.RequestAsync(token => styles.DeleteAsync(gone.Style, token), cancellationToken), $"removal of {what}");
            case PutImage put:
                return Stored(await Guard.UploadAsync(token => client.V2.Images.AddAsync(put.Target, put.Url, token), cancellationToken), $"image {put.Url} of {what}");
            case DeleteImage gone:
                return Done(
                    await Guard.RequestAsync(token => client.V2.Images.DeleteAsync(gone.StyleNumber, gone.StyleIdentifier, gone.StoredName, token), cancellationToken),
                    $"removal of image '{gone.StoredName}' of {what}");
            default:
                throw new InvalidOperationException($"{planned.Call.GetType().Name} is no call of v2");
        }
    }

    private static JoorStyle BodyOf(ProductCall call) => call switch
    {
        PutStyle put => put.Style,
        DropLinesheets drop => drop.Style,
        _ => throw new InvalidOperationException($"{call.GetType().Name} cannot go in a job"),
    };

    private static JoorStyleKey KeyOf(PushStyle style) =>
        style.Known.Style?.StyleId is { } id ? JoorStyleKey.ById(id) : JoorStyleKey.ByNumber(style.Input.StyleNumber, style.Input.StyleIdentifier);

    private static CallFate Keyed(JoorAnswer<JoorStyleKey> answer, string what) =>
        answer is JoorAnswer<JoorStyleKey>.Accepted accepted ? new CallFate.Taken(CallAnswer.WithId(accepted.Value.Id)) : CallFate.Of(answer, what);

    private static CallFate Stored(JoorAnswer<JoorStyleImage> answer, string what) =>
        answer is JoorAnswer<JoorStyleImage>.Accepted accepted ? new CallFate.Taken(CallAnswer.WithId(accepted.Value.FileName)) : CallFate.Of(answer, what);

    private static CallFate Done(JoorAnswer<JoorDone> answer, string what) => CallFate.Of(answer, what);
}
