using JoorBus.Contracts.Orders;

namespace JoorBus.Orders.Tests.Tracking.Histories;

/// <summary>A warehouse that acts once per idempotency key, answers each time, and notes what a right sender never does.</summary>
internal sealed class WarehouseModel(Guid orderId, OrderPlan plan)
{
    private readonly Dictionary<Guid, object> answers = [];
    private readonly HashSet<Guid> sent = [];

    public List<string> Mistakes { get; } = [];

    /// <summary>The revision it holds, or shipped; 0 for none.</summary>
    public int Held { get; private set; }

    public bool HasShipped { get; private set; }

    /// <summary>A command left its sender.</summary>
    public void NoteSent(object command)
    {
        if (sent.Add(KeyOf(command)) && sent.Count > answers.Count + 1)
            Mistakes.Add($"{Describe(command)} was sent while another command was unanswered");
    }

    public object Receive(object command)
    {
        if (!answers.TryGetValue(KeyOf(command), out var answer))
            answers.Add(KeyOf(command), answer = Decide(command));
        return answer;
    }

    public object? Ship()
    {
        if (Held == 0 || HasShipped)
            return null;
        HasShipped = true;
        return new WmsOrderShipped { OrderId = orderId, Carrier = "UPS", TrackingNumber = "1Z" };
    }

    private object Decide(object command)
    {
        var revision = RevisionOf(command);
        if (command is CreateWmsOrder != (Held == 0))
            Mistakes.Add($"{Describe(command)} came while revision {Held} was held");
        if (revision <= Held)
            Mistakes.Add($"{Describe(command)} came after revision {Held}");
        if (ContentOf(command) is { } content && content.Lines.Single().Quantity != revision)
            Mistakes.Add($"{Describe(command)} carries the content of another revision");
        if (HasShipped)
            return Rejected(revision, "has shipped");
        if (plan.Refused.Contains(revision))
            return Rejected(revision, "refused");
        Held = command is CancelWmsOrder ? 0 : revision;
        return command is CancelWmsOrder
            ? new WmsOrderCancelled { OrderId = orderId, Revision = revision }
            : new WmsOrderAccepted { OrderId = orderId, Revision = revision, WmsOrderId = "W1" };
    }

    private WmsOrderRejected Rejected(int revision, string reason) => new() { OrderId = orderId, Revision = revision, Reason = reason };

    private static Guid KeyOf(object command) => command switch
    {
        CreateWmsOrder create => create.IdempotencyKey,
        AmendWmsOrder amend => amend.IdempotencyKey,
        _ => ((CancelWmsOrder)command).IdempotencyKey,
    };

    private static int RevisionOf(object command) => command switch
    {
        CreateWmsOrder create => create.Revision,
        AmendWmsOrder amend => amend.Revision,
        _ => ((CancelWmsOrder)command).Revision,
    };

    private static WmsOrder? ContentOf(object command) => (command as CreateWmsOrder)?.Order ?? (command as AmendWmsOrder)?.Order;

    public static string Describe(object command) => $"{command.GetType().Name} {RevisionOf(command)}";
}
