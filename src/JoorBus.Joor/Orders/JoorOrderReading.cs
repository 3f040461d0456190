using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One order of a page. A bad order never spoils its page.</summary>
/// <param name="ContentHash">SHA-256 of the order's meaning, without last change, export marks and status.</param>
public abstract record JoorOrderReading(byte[] ContentHash)
{
    /// <summary>The order.</summary>
    public sealed record Readable(JoorOrder Order, byte[] ContentHash) : JoorOrderReading(ContentHash);

    /// <summary>Not an order this version can take; <paramref name="Reason"/> is one sentence for a person.</summary>
    public sealed record Unreadable(string? JoorOrderId, string Reason, string Excerpt, byte[] ContentHash) : JoorOrderReading(ContentHash)
    {
        /// <summary>Last change, where at least that can be read.</summary>
        public DateTimeOffset? ModifiedAt { get; init; }
    }
}
