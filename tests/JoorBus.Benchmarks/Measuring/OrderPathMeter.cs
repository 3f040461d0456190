using System.Diagnostics;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Source;
using JoorBus.Benchmarks.Stub;
using Npgsql;

namespace JoorBus.Benchmarks.Measuring;

/// <summary>Clock, warehouse and end of a run: the same for every contender.</summary>
public sealed class OrderPathMeter : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int SlowestOrdersPerSecond = 20;
    private readonly BenchServers _servers;
    private readonly OrderPathTables _tables;
    private readonly WarehouseStub _stub;
    private readonly NpgsqlDataSource _database;

    private OrderPathMeter(BenchServers servers, OrderPathTables tables, WarehouseStub stub)
    {
        (_servers, _tables, _stub) = (servers, tables, stub);
        // Without sequential scans the meter's own look at the sagas stays out of the scan statistics.
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(tables.Postgres)
        {
            Options = "-c enable_seqscan=off -c jit=off",
            NoResetOnClose = true,
        });
    }

    /// <summary>The warehouse's queue must exist.</summary>
    public static async Task<OrderPathMeter> OpenAsync(
        BenchServers servers, OrderPathTables tables, WarehouseRoute route, CancellationToken cancellationToken) =>
        new(servers, tables, await WarehouseStub.StartAsync(route, cancellationToken));

    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await using var empty = _database.CreateCommand(_tables.Empty);
        await empty.ExecuteNonQueryAsync(cancellationToken);
        await using var checkpoint = _database.CreateCommand("CHECKPOINT");
        await checkpoint.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary><paramref name="go"/> makes the orders available from the given timestamp on.</summary>
    public async Task<OrderPathRun> MeasureAsync(
        OrderFeed feed, Process client, Func<long, Task> go, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience + TimeSpan.FromSeconds((double)feed.Orders / SlowestOrdersPerSecond));
        var ledger = _stub.Expect(feed);
        var rowsBefore = await CountAsync(SequentialRows, cancellationToken);
        var stored = await CountAsync(_tables.CountAccepted, cancellationToken);
        var before = CpuSeconds.Read(client.Id, _servers);

        var start = Stopwatch.GetTimestamp();
        await go(start);
        await AllAnsweredAsync(ledger, feed, client, limit.Token);
        await UntilAsync(_tables.CountAccepted, stored + feed.Orders, limit.Token);
        var elapsed = Stopwatch.GetElapsedTime(start);

        await UntilAsync(_tables.CountOutbox, 0, limit.Token);
        var cpu = CpuSeconds.Read(client.Id, _servers).Since(before);
        if (ledger.Repeated > 0)
            throw new InvalidOperationException($"{ledger.Repeated} commands came twice.");

        var rows = await CountAsync(SequentialRows, cancellationToken) - rowsBefore;
        TimeSpan[] delays = [.. ledger.Delays(start).Order().Select(delay => Stopwatch.GetElapsedTime(0, delay))];
        return new OrderPathRun(feed.Orders, elapsed, cpu, rows, delays);
    }

    public async ValueTask DisposeAsync()
    {
        await _stub.DisposeAsync();
        await _database.DisposeAsync();
    }

    private const string SequentialRows = "SELECT coalesce(sum(seq_tup_read), 0)::bigint FROM pg_stat_user_tables";

    private async Task AllAnsweredAsync(CommandLedger ledger, OrderFeed feed, Process client, CancellationToken limit)
    {
        var exit = client.WaitForExitAsync(limit);
        var first = await Task.WhenAny(ledger.Complete, exit, _stub.Failed);
        if (first == ledger.Complete)
            return;
        var reached = $"{ledger.Arrived} of {feed.Orders} orders had reached the warehouse";
        if (first == exit && !exit.IsCanceled)
            throw new InvalidOperationException($"The client process ended with {client.ExitCode}; {reached}.");
        if (first == exit)
            throw new TimeoutException($"The time was up; {reached}.");
        await first;
    }

    private async Task UntilAsync(string query, long expected, CancellationToken limit)
    {
        while (await CountAsync(query, limit) != expected)
            await Task.Delay(Glance, TimeProvider.System, limit);
    }

    private async Task<long> CountAsync(string query, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(query);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
