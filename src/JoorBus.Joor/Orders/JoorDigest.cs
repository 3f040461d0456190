using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JoorBus.Contracts;

namespace JoorBus.Joor;

/// <summary>Writes values so that two sequences of values give the same bytes only when they mean the same.</summary>
internal sealed partial class JoorDigest : IDisposable
{
    private const byte Nothing = 0;
    private const byte Something = 1;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 << 10);
    private int _length;

    public byte[] ToHash() => SHA256.HashData(_bytes.AsSpan(0, _length));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Add(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Tag(Nothing);
            return;
        }
        Tag(Something);
        var at = _length;
        var room = Next(sizeof(long) + Encoding.UTF8.GetMaxByteCount(text.Length))[sizeof(long)..];
        var length = Encoding.UTF8.GetBytes(text, room);
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(at), length);
        _length = at + sizeof(long) + length;
    }

    private void Add(long number) => BinaryPrimitives.WriteInt64LittleEndian(Next(sizeof(long)), number);

    private void Add(long? number)
    {
        Tag(number is null ? Nothing : Something);
        Add(number ?? 0);
    }

    private void Add(decimal? number)
    {
        Tag(number is null ? Nothing : Something);
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(JoorText.Shortest(number ?? 0), parts);
        foreach (var part in parts)
            Add(part);
    }

    private void Add(bool flag) => Tag(flag ? Something : Nothing);

    private void Add(DateTimeOffset? time) => Add(time?.UtcTicks);

    private void Add(DateOnly? day) => Add((long?)day?.DayNumber);

    private void Add(Coded? coded)
    {
        Add(coded?.Code);
        Add(coded?.Name);
    }

    /// <summary>A list whose order does not count: JOOR documents none for its lists.</summary>
    private void AddUnordered<T>(IReadOnlyList<T> items, Action<JoorDigest, T> add)
    {
        Add(items.Count);
        var start = _length;
        var ends = new int[items.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            add(this, items[i]);
            ends[i] = _length;
        }
        if (ends.Length > 1)
            Sort(start, ends);
    }

    private void Sort(int start, int[] ends)
    {
        var written = _bytes.AsSpan(start, _length - start).ToArray();
        var parts = new ReadOnlyMemory<byte>[ends.Length];
        for (var i = 0; i < ends.Length; i++)
            parts[i] = written.AsMemory((i == 0 ? start : ends[i - 1]) - start, ends[i] - (i == 0 ? start : ends[i - 1]));
        Array.Sort(parts, static (left, right) => left.Span.SequenceCompareTo(right.Span));
        var at = start;
        foreach (var part in parts)
        {
            part.Span.CopyTo(_bytes.AsSpan(at));
            at += part.Length;
        }
    }

    private void Tag(byte tag) => Next(1)[0] = tag;

    private Span<byte> Next(int length)
    {
        if (_bytes.Length - _length < length)
            Grow(length);
        var next = _bytes.AsSpan(_length, length);
        _length += length;
        return next;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + length));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
