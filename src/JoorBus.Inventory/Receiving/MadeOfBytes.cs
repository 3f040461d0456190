using System.Collections.Concurrent;

namespace JoorBus.Inventory.Receiving;

/// <summary>
/// What was made of bytes that came before: a warehouse names the same items over and over. Forgets everything when it holds too much. For many threads.
/// </summary>
/// <param name="make">Makes it; null is not kept.</param>
/// <param name="mostBytes">Memory to hold, roughly.</param>
internal sealed class MadeOfBytes<T>(Func<byte[], T?> make, long mostBytes)
    where T : class
{
    // The entry with its objects' headers; what is made holds the bytes about once more, as text of two bytes each.
    private const int BytesOfEntry = 200;
    private const int BytesOfByte = 4;
    private ConcurrentDictionary<byte[], T> _made = new(ByContent.Instance);
    private long _held;

    public T? Of(ReadOnlySpan<byte> bytes)
    {
        if (_made.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(bytes, out var known))
        {
            return known;
        }

        var key = bytes.ToArray();
        if (make(key) is not { } made)
        {
            return null;
        }

        if (Interlocked.Add(ref _held, BytesOfEntry + (BytesOfByte * key.Length)) > mostBytes)
        {
            Interlocked.Exchange(ref _held, 0);
            _made = new ConcurrentDictionary<byte[], T>(ByContent.Instance);
        }

        _made.TryAdd(key, made);
        return made;
    }

    private sealed class ByContent : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByContent Instance = new();

        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
