using System.Diagnostics;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Measuring;
using JoorBus.Messaging;
using JoorBus.Contracts.Inventory;
using Npgsql;
using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Stock;

/// <summary>One of the two that receive from RabbitMQ: its process, database, virtual host, and how its queue is filled.</summary>
public sealed class StockContender : IAsyncDisposable
{
    public const string Twin = "twin";
    public const string JoorBus = "joorbus";
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private readonly Process _process;
    private readonly BenchServers _servers;
    private readonly NpgsqlDataSource _database;
    private readonly Uri _amqp;

    private StockContender(string name, Process process, BenchServers servers, string postgres, Uri amqp) =>
        (Name, _process, _servers, _database, _amqp) = (name, process, servers, NpgsqlDataSource.Create(postgres), amqp);

    public string Name { get; }

    /// <summary>Largest resident set so far, in MB.</summary>
    public double PeakMegabytes => File.ReadLines($"/proc/{_process.Id}/status").Where(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024).Single();

    public static async Task<StockContender> StartAsync(string name, BenchServers servers, CancellationToken cancellationToken)
    {
        var postgres = await servers.CreateDatabaseAsync($"stock_{name}", cancellationToken);
        var amqp = await servers.CreateVirtualHostAsync($"stock-{name}", cancellationToken);
        // Both have JoorBus's tables; the twin's queue is its own.
        await StockJoorBus.PrepareAsync(postgres, amqp, cancellationToken);
        await DeclareAsync(amqp, cancellationToken);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(StockContender).Assembly.Location);
        foreach (var argument in new[] { StockChild.Name, name, postgres, amqp.OriginalString })
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_TieredPGO"] = "0";
        // As the launcher does.
        start.Environment["DOTNET_GCgen0size"] = "0x3000000";
        var contender = new StockContender(name, Process.Start(start)!, servers, postgres, amqp);
        await contender.ExpectAsync("ready", cancellationToken);
        return contender;
    }

    /// <summary>Fills the queue, then lets the process take it all into the empty table.</summary>
    public async Task<StockRun> RunAsync(StockLoad load, CancellationToken cancellationToken)
    {
        await using (var empty = _database.CreateCommand("truncate joorbus.inventory_levels"))
            await empty.ExecuteNonQueryAsync(cancellationToken);
        await StockPublisher.FillAsync(_amqp, Name == Twin ? "" : EntityNames.Of(typeof(InventoryChanged)), Name == Twin ? StockTwin.Queue : "", load, cancellationToken);
        var end = load.VersionSum();
        await SayAsync("go", "started", cancellationToken);
        var (clock, before) = (Stopwatch.GetTimestamp(), CpuSeconds.Read(_process.Id, _servers));
        // The sum reads the whole table, at the cost of the run; so it is asked for only when the last change is there.
        while (!await HasLastAsync(load, cancellationToken) || await SumAsync(cancellationToken) < end)
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(clock) > TimeSpan.FromSeconds(30 + (load.Changes / 1000)))
                throw new InvalidOperationException($"{Name} holds {await SumAsync(cancellationToken)} of {end} after {Stopwatch.GetElapsedTime(clock)}.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
        var run = new StockRun(load.Changes, Stopwatch.GetElapsedTime(clock), CpuSeconds.Read(_process.Id, _servers).Since(before), PeakMegabytes);
        await SayAsync("stop", "stopped", cancellationToken);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _database.DisposeAsync();
    }

    private async Task<bool> HasLastAsync(StockLoad load, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(StockSchema.HasVersion);
        command.Parameters.AddWithValue(StockLoad.Sku(load.ItemOf(load.Changes - 1)));
        command.Parameters.AddWithValue((long)load.Changes);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<long> SumAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(StockSchema.VersionSum);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task SayAsync(string word, string answer, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(word.AsMemory(), cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    private async Task ExpectAsync(string word, CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line != word)
            throw new InvalidOperationException($"{Name} said '{line ?? "nothing, and ended"}' instead of '{word}'.");
    }

    private static async Task DeclareAsync(Uri amqp, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(StockTwin.Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
    }
}

/// <summary>One measured run.</summary>
public sealed record StockRun(int Changes, TimeSpan Took, CpuSeconds Cpu, double PeakMegabytes)
{
    public double PerSecond => Changes / Took.TotalSeconds;
}
