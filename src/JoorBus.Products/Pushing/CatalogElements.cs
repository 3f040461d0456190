using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Lays the elements of many styles' calls into one array, and JOOR's answers back to their styles.</summary>
internal sealed class CatalogElements(LeaseGuard guard)
{
    private const string Duplicated = "DUPLICATED";

    // What JOOR has already and still does not show is told as a refusal.
    private const int EnoughReads = 2;

    /// <typeparam name="TCall">Kind of the calls.</typeparam>
    /// <typeparam name="TIn">What is sent.</typeparam>
    /// <typeparam name="TOut">What JOOR returns.</typeparam>
    /// <param name="calls">All of that kind.</param>
    /// <param name="bodies">A call's elements.</param>
    /// <param name="send">Sends all elements.</param>
    /// <param name="idOf">JOOR's id of an element.</param>
    /// <param name="nameOf">An element as people name it.</param>
    /// <param name="isWhole">True where a call has one element, which is the style's product.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<CallFate>> SendAsync<TCall, TIn, TOut>(
        IReadOnlyList<PlannedCall> calls,
        Func<TCall, KnownProduct, IReadOnlyList<TIn>> bodies,
        Func<IReadOnlyList<TIn>, CancellationToken, Task<JoorAnswer<JoorBulk<TIn, TOut>>>> send,
        Func<TOut, string?> idOf,
        Func<TCall, int, string> nameOf,
        bool isWhole,
        CancellationToken cancellationToken)
        where TCall : ProductCall
    {
        var ready = calls.Select(planned => CatalogBodies.Ready(planned.Call, planned.Style.Known) as TCall).ToList();
        var parts = calls.Zip(ready).Select(pair => pair.Second is { } call ? bodies(call, pair.First.Style.Known) : []).ToList();
        var all = parts.SelectMany(part => part).ToList();
        if (all.Count == 0)
            return [.. calls.Select(_ => (CallFate)Baseless)];
        var answer = await guard.RequestAsync(token => send(all, token), cancellationToken);
        if (answer is not JoorAnswer<JoorBulk<TIn, TOut>>.Accepted { Value.Items: var items })
            return Whole(calls, answer);
        var fates = new List<CallFate>();
        var from = 0;
        foreach (var ((planned, call), part) in calls.Zip(ready).Zip(parts))
        {
            var own = items.Skip(from).Take(part.Count).ToList();
            from += part.Count;
            fates.Add(call is null ? Baseless
                : isWhole ? One(planned, own[0], idOf)
                : Many(planned, call, own, idOf, at => nameOf(call, at)));
        }

        return fates;
    }

    /// <summary>What an answer to many means for each: refused as a whole it says nothing about one, so each goes alone then.</summary>
    public static IReadOnlyList<CallFate> Whole<T>(IReadOnlyList<PlannedCall> calls, JoorAnswer<T> answer)
    {
        var fate = CallFate.Of(answer, calls.Count == 1 ? $"style '{calls[0].Style.Dirty.Style}'" : $"{calls.Count} styles in one request");
        return [.. calls.Select(_ => fate is CallFate.Refused && calls.Count > 1 ? CallFate.Alone.Instance : fate)];
    }

    private static CallFate.Refused Baseless { get; } = new("Not sent, since JOOR did not take what it builds on.");

    private static CallFate One<TIn, TOut>(PlannedCall planned, JoorBulkItem<TIn, TOut> item, Func<TOut, string?> idOf)
    {
        var what = $"style '{planned.Style.Dirty.Style}'";
        return item switch
        {
            JoorBulkItem<TIn, TOut>.Accepted accepted => new CallFate.Taken(CallAnswer.WithId(idOf(accepted.Value) ?? planned.Style.Known.Catalog?.ProductId)),
            JoorBulkItem<TIn, TOut>.Refused { Status: Duplicated } when planned.Style.Reads < EnoughReads => new CallFate.Unknown($"{what}: JOOR has it already"),
            JoorBulkItem<TIn, TOut>.Refused refused => new CallFate.Refused(Say(what, refused.Status, refused.Message)),
            _ => new CallFate.Unknown($"{what}: JOOR's answer does not tell whether it took it"),
        };
    }

    private static CallFate.Taken Many<TIn, TOut>(
        PlannedCall planned, ProductCall call, List<JoorBulkItem<TIn, TOut>> items, Func<TOut, string?> idOf, Func<int, string> nameOf)
    {
        var elements = new List<ElementAnswer>(items.Count);
        var reasons = new List<string>();
        for (var at = 0; at < items.Count; at++)
        {
            switch (items[at])
            {
                case JoorBulkItem<TIn, TOut>.Accepted accepted:
                    elements.Add(new ElementAnswer(ElementOutcome.Accepted, idOf(accepted.Value)));
                    break;
                case JoorBulkItem<TIn, TOut>.Refused { Status: Duplicated } when IsKnown(planned.Style.Known, call, at):
                    elements.Add(new ElementAnswer(ElementOutcome.Refused));
                    break;
                case JoorBulkItem<TIn, TOut>.Refused { Status: Duplicated } when planned.Style.Reads < EnoughReads:
                    elements.Add(new ElementAnswer(ElementOutcome.Unconfirmed));
                    break;
                case JoorBulkItem<TIn, TOut>.Refused refused:
                    elements.Add(new ElementAnswer(ElementOutcome.Refused));
                    reasons.Add(Say(nameOf(at), refused.Status, refused.Message));
                    break;
                default:
                    elements.Add(new ElementAnswer(ElementOutcome.Unconfirmed));
                    break;
            }
        }

        return new CallFate.Taken(new CallAnswer { Elements = elements }) { Call = call, Reasons = reasons };
    }

    // SKUs are sent whole, with those that JOOR has; anything else that it has already was made elsewhere.
    private static bool IsKnown(KnownProduct known, ProductCall call, int at) =>
        call is CreateSkus skus && known.Catalog?.Skus.Any(sku => sku.Id is not null && sku.Content.Key == skus.Skus[at].Key) == true;

    private static string Say(string what, string status, string message) => $"{what}: JOOR refused it: {status} {message.TrimEnd('.')}.";
}
