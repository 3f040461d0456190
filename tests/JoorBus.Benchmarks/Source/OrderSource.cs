using System.Diagnostics;
using System.Text.Json;
using JoorBus.Contracts;

namespace JoorBus.Benchmarks.Source;

/// <summary>What the poller reads: pages of up to 50 orders as JSON, written before the clock starts.</summary>
public sealed class OrderSource
{
    public const int OrdersPerPage = 50;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private byte[][] _orders = [];
    private OrderFeed _feed = new(0, 0);
    private TaskCompletionSource<long> _start = Unstarted();
    private int _next;

    public void Load(OrderFeed feed)
    {
        _orders = [.. Enumerable.Range(feed.First, feed.Orders)
            .Select(number => JsonSerializer.SerializeToUtf8Bytes(SampleOrders.Order(number), ContractsJson.Default.JoorOrder))];
        _feed = feed;
        _next = 0;
    }

    /// <summary>Lets the reader begin; <paramref name="start"/> is the zero of <see cref="OrderFeed.AvailableAt"/>.</summary>
    public void Go(long start) => _start.TrySetResult(start);

    /// <summary>Returns as soon as one order is available, with all that are, so polling adds no wait of its own.</summary>
    public async Task<byte[]> NextPageAsync(CancellationToken cancellationToken)
    {
        var start = await _start.Task.WaitAsync(cancellationToken);
        while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _feed.AvailableAt(_next, start)) is { Ticks: > 0 } wait)
            await Task.Delay(wait < Tick ? Tick : wait, TimeProvider.System, cancellationToken);

        var now = Stopwatch.GetTimestamp();
        var end = _next;
        while (end < _feed.Orders && end - _next < OrdersPerPage && _feed.AvailableAt(end, start) <= now)
            end++;

        var page = Page(_orders.AsSpan(_next, end - _next));
        _next = end;
        if (_next == _feed.Orders)
            _start = Unstarted();
        return page;
    }

    private static TaskCompletionSource<long> Unstarted() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static byte[] Page(ReadOnlySpan<byte[]> orders)
    {
        var page = new MemoryStream();
        page.WriteByte((byte)'[');
        for (var i = 0; i < orders.Length; i++)
        {
            if (i > 0)
                page.WriteByte((byte)',');
            page.Write(orders[i]);
        }
        page.WriteByte((byte)']');
        return page.ToArray();
    }
}
