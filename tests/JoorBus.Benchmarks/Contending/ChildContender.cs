using System.Diagnostics;
using JoorBus.Benchmarks.Measuring;
using JoorBus.Benchmarks.Source;
using JoorBus.Benchmarks.Stub;
using Npgsql;

namespace JoorBus.Benchmarks.Contending;

/// <summary>A contender of this program: runs itself again as a child process.</summary>
public sealed class ChildContender(ChildKind kind) : IOrderPathContender
{
    private Process? _process;
    private OrderPathMeter? _meter;
    private bool _isGrowing;

    public string Name => kind.Name;
    public int? ProcessId => _process?.Id;

    public async Task PrepareAsync(BenchServers servers, CancellationToken cancellationToken)
    {
        _isGrowing = servers.IsGrowing;
        var postgres = await servers.CreateDatabaseAsync(DatabaseName, cancellationToken);
        var amqp = await servers.CreateVirtualHostAsync(Name, cancellationToken);
        if (kind.CreateTables is { } sql)
            await CreateTablesAsync(postgres, sql, cancellationToken);

        _process = Start(postgres, amqp, servers.QueueType);
        await ExpectAsync(ChildProtocol.Ready, cancellationToken);
        var route = new WarehouseRoute(amqp, kind.WarehouseQueue, kind.AnswerExchange) { Headers = kind.AnswerHeaders };
        _meter = await OrderPathMeter.OpenAsync(servers, kind.Tables(postgres), route, cancellationToken);
    }

    public async Task<OrderPathRun> RunAsync(OrderFeed feed, CancellationToken cancellationToken)
    {
        if (_process is not { } process || _meter is not { } meter)
            throw new InvalidOperationException($"{Name} was not prepared.");

        if (!_isGrowing)
            await meter.EmptyAsync(cancellationToken);
        await process.StandardInput.WriteLineAsync(ChildProtocol.LoadLine(feed).AsMemory(), cancellationToken);
        await ExpectAsync(ChildProtocol.Loaded, cancellationToken);
        return await meter.MeasureAsync(
            feed, process, start => process.StandardInput.WriteLineAsync(ChildProtocol.GoLine(start)), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_meter is { } meter)
            await meter.DisposeAsync();
        if (_process is not { } process)
            return;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    private string DatabaseName => Name.Replace('-', '_');

    private Process Start(string postgres, Uri amqp, string queueType)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in kind.Environment)
            start.Environment[name] = value;
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ChildContender).Assembly.Location);
        foreach (var argument in new[] { Name, "--postgres", postgres, "--amqp", amqp.OriginalString, "--queue-type", queueType })
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException($"{Name} did not start.");
    }

    private async Task ExpectAsync(string word, CancellationToken cancellationToken)
    {
        var line = await _process!.StandardOutput.ReadLineAsync(cancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, cancellationToken);
        if (line != word)
            throw new InvalidOperationException($"{Name} said '{line ?? "nothing, and ended"}' instead of '{word}'.");
    }

    private static async Task CreateTablesAsync(string postgres, string sql, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(postgres);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
