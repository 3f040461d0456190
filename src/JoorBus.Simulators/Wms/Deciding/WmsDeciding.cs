namespace JoorBus.Simulators.Wms;

/// <summary>The warehouse's rules as a pure function. It applies what comes, newest or not, so that a sender's mistakes show in its ledger.</summary>
internal static class WmsDeciding
{
    public static WmsDecision Decide(WmsOrderState state, WmsCommand command, WmsVerdict verdict, DateTimeOffset now)
    {
        state = state.Count(command.Kind, WmsCounts.Delivered);
        if (state.Answers.TryGetValue(command.Key, out var given))
            return new(state with { Repeated = state.Repeated + 1 }, given, IsRepetition: true);
        var (next, answer) = command.Kind switch
        {
            WmsCommandKind.Create => Create(state, command, verdict, now),
            WmsCommandKind.Amend => Amend(state, command, verdict, now),
            _ => Cancel(state, command, verdict, now),
        };
        return new(next with { Answers = next.Answers.Add(command.Key, answer) }, answer, IsRepetition: false);
    }

    public static (WmsOrderState State, WmsAnswer Answer) Ship(WmsOrderState state, DateTimeOffset now) =>
        (state with { Status = WmsOrderStatus.Shipped }, WmsAnswers.Shipped(state, now));

    private static (WmsOrderState, WmsAnswer) Create(WmsOrderState state, WmsCommand command, WmsVerdict verdict, DateTimeOffset now)
    {
        if (state.IsAlive || (state.Status == WmsOrderStatus.Cancelled && command.Revision <= state.Revision))
        {
            // A second order for the same goods: what idempotency is there to prevent.
            var doubled = state.Count(command.Kind, WmsCounts.Done) with { Doubled = state.Doubled + 1 };
            return (doubled, WmsAnswers.Accepted(command, $"{state.WmsOrderId}-{doubled.Doubled + 1}", now));
        }
        if (verdict.RefusalReason is { } reason)
        {
            var refused = Refused(state, command, reason) with { Status = WmsOrderStatus.Rejected, Revision = command.Revision, Content = command.Content };
            return (refused, WmsAnswers.Rejected(command, reason, now));
        }
        var created = Applied(state, command) with
        {
            Status = WmsOrderStatus.Accepted,
            WmsOrderId = $"W{command.Key.ToString("N")[..12].ToUpperInvariant()}",
            IsCancelRefused = false,
        };
        return (created, WmsAnswers.Accepted(command, created.WmsOrderId, now));
    }

    private static (WmsOrderState, WmsAnswer) Amend(WmsOrderState state, WmsCommand command, WmsVerdict verdict, DateTimeOffset now)
    {
        if ((Impossible(state, "amended") ?? verdict.RefusalReason) is not { } reason)
            return (Applied(state, command), WmsAnswers.Accepted(command, state.WmsOrderId, now));
        // Amending what was never accepted is the sender's mistake and must stay visible as such.
        return (state.IsAlive ? Refused(state, command, reason) : state, WmsAnswers.Rejected(command, reason, now));
    }

    private static (WmsOrderState, WmsAnswer) Cancel(WmsOrderState state, WmsCommand command, WmsVerdict verdict, DateTimeOffset now)
    {
        if (state.Status == WmsOrderStatus.Cancelled)
            return (state, WmsAnswers.Cancelled(command, now));
        if ((Impossible(state, "cancelled") ?? verdict.RefusalReason) is { } reason)
            return (state with { IsCancelRefused = state.IsAlive, RefusalReason = reason }, WmsAnswers.Rejected(command, reason, now));
        var cancelled = state.Count(command.Kind, WmsCounts.Done) with { Status = WmsOrderStatus.Cancelled, Revision = command.Revision };
        return (cancelled, WmsAnswers.Cancelled(command, now));
    }

    private static string? Impossible(WmsOrderState state, string verb) => state.Status switch
    {
        WmsOrderStatus.Accepted => null,
        WmsOrderStatus.Unknown => $"Order {state.OrderNumber} is not known here and cannot be {verb}",
        WmsOrderStatus.Rejected => $"Order {state.OrderNumber} was refused and cannot be {verb}",
        WmsOrderStatus.Shipped => $"Order {state.OrderNumber} has shipped and cannot be {verb}",
        _ => $"Order {state.OrderNumber} is cancelled and cannot be {verb}",
    };

    private static WmsOrderState Applied(WmsOrderState state, WmsCommand command) => state.Count(command.Kind, WmsCounts.Done) with
    {
        Revision = command.Revision,
        Content = command.Content,
        RefusedContent = null,
        RefusalReason = null,
    };

    private static WmsOrderState Refused(WmsOrderState state, WmsCommand command, string reason) =>
        state with { RefusedContent = command.Content, RefusalReason = reason };
}
