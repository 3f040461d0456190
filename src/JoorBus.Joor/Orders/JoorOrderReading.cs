using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One order of a page. A bad order never spoils its page.</summary>
public abstract record JoorOrderReading
{
    /// <summary>SHA-256 of the order's meaning, without last change, export marks and status.</summary>
    public abstract byte[] ContentHash { get; }

    /// <summary>The order. Its hash is made when it is first asked for.</summary>
    public sealed record Readable(JoorOrder Order) : JoorOrderReading
    {
        private byte[]? _hash;

        /// <summary>With a hash that is already known.</summary>
        public Readable(JoorOrder order, byte[] contentHash)
            : this(order) => _hash = contentHash;

        public override byte[] ContentHash => _hash ??= JoorOrderContent.Hash(Order);
    }

    /// <summary>Not an order this version can take; <paramref name="Reason"/> is one sentence for a person.</summary>
    public sealed record Unreadable(string? JoorOrderId, string Reason, string Excerpt, byte[] RawHash) : JoorOrderReading
    {
        public override byte[] ContentHash => RawHash;

        /// <summary>Last change, where at least that can be read.</summary>
        public DateTimeOffset? ModifiedAt { get; init; }
    }
}
