using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>Order pages put together from the bytes of some orders, each with an id of its own.</summary>
public sealed class OrderPageParts(IReadOnlyList<string> orders)
{
    private const string IdName = "\"order_id\":";
    private readonly (byte[] Head, byte[] Tail)[] _parts = [.. orders.Select(Split)];

    public async Task WriteAsync(PipeWriter writer, int startFrom, int count, int total, CancellationToken cancellationToken)
    {
        var end = Math.Min(startFrom + count, total);
        Write(writer, "{\"orders\":["u8);
        for (var number = startFrom; number < end; number++)
        {
            var (head, tail) = _parts[number % _parts.Length];
            Write(writer, number == startFrom ? [] : ","u8);
            Write(writer, head);
            Write(writer, Encoding.ASCII.GetBytes((1_000_000 + number).ToString(CultureInfo.InvariantCulture)));
            Write(writer, tail);
        }
        var next = end < total ? end.ToString(CultureInfo.InvariantCulture) : "\"\"";
        Write(writer, Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $$$"""],"response":{"code":0,"comment":"","log_id":"adc9aa40-fd92-4e9f-ba2b-795d19a8a416","start_from":{{{startFrom}}},"next_start":{{{next}}},"count":{{{total}}}}}""")));
        await writer.FlushAsync(cancellationToken);
    }

    private static void Write(PipeWriter writer, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(writer.GetSpan(Math.Max(bytes.Length, 1)));
        writer.Advance(bytes.Length);
    }

    private static (byte[] Head, byte[] Tail) Split(string order)
    {
        var at = order.IndexOf(IdName, StringComparison.Ordinal) + IdName.Length;
        var end = order.IndexOf(',', at);
        return (Encoding.UTF8.GetBytes(order[..at]), Encoding.UTF8.GetBytes(order[end..]));
    }
}
