using JoorBus.Contracts.Orders;

namespace JoorBus.Orders.Polling;

/// <summary>What a read order means, given what is stored of it.</summary>
public abstract record PollDecision
{
    private PollDecision()
    {
    }

    public sealed record Unchanged : PollDecision;

    /// <summary>Same content, but JOOR touched it before it was marked as exported.</summary>
    public sealed record Touched(DateTimeOffset ModifiedAt) : PollDecision;

    public sealed record Receive(JoorOrder Order) : PollDecision;

    public sealed record Amend(JoorOrder Order, int Revision) : PollDecision;

    public sealed record Cancel(JoorOrder Order, int Revision) : PollDecision;

    public sealed record Ignore(JoorOrder Order, string Reason) : PollDecision;

    public sealed record Refuse(string Reason, string Excerpt, DateTimeOffset? ModifiedAt) : PollDecision;
}
