using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JoorBus.Contracts;

namespace JoorBus.Joor;

/// <summary>Writes values so that two sequences of values give the same bytes only when they mean the same.</summary>
internal sealed partial class JoorDigest
{
    private const byte Nothing = 0;
    private const byte Something = 1;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public byte[] ToHash() => SHA256.HashData(_bytes.WrittenSpan);

    private void Add(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Tag(Nothing);
            return;
        }
        Tag(Something);
        var length = Encoding.UTF8.GetByteCount(text);
        Add(length);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    private void Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), number);
        _bytes.Advance(sizeof(long));
    }

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
        var parts = new byte[items.Count][];
        for (var i = 0; i < parts.Length; i++)
        {
            var part = new JoorDigest();
            add(part, items[i]);
            parts[i] = part._bytes.WrittenSpan.ToArray();
        }
        Array.Sort(parts, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        Add(parts.Length);
        foreach (var part in parts)
            _bytes.Write(part);
    }

    private void Tag(byte tag)
    {
        _bytes.GetSpan(1)[0] = tag;
        _bytes.Advance(1);
    }
}
