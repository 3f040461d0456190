using System.Diagnostics;
using System.Globalization;
using JoorBus.Connections;
using JoorBus.Joor;
using JoorBus.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.Prove.Limits;

/// <summary>A worker process: uses every connection through the gateway, without end, until it is killed or its standard input closes.</summary>
internal static class LimitWorker
{
    public const string Verb = "limits-worker";

    private static readonly JoorStock[] Stock = [new() { Quantity = 1, Upc = "000000000000" }];

    /// <summary>Arguments: database, JOOR's address, window and clock skew in milliseconds, file for the log of waits.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var joor = new Uri(arguments[1]);
        var connections = Enumerable.Range(0, LimitsPlan.Connections).Select(number => LimitsPlan.ConnectionOf(number, joor)).ToList();
        await using var services = Services(arguments, connections).BuildServiceProvider();
        await using var waits = TextWriter.Synchronized(new StreamWriter(arguments[4], append: true) { AutoFlush = true });
        using var ending = new CancellationTokenSource();
        var flows = connections.SelectMany(connection => Flows(services, connection, waits, ending.Token)).ToList();
        // Closes when the proof ends, however it ends.
        await Console.In.ReadToEndAsync(CancellationToken.None);
        await ending.CancelAsync();
        await Task.WhenAll(flows).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static IServiceCollection Services(string[] arguments, List<JoorConnectionOptions> connections) => new ServiceCollection()
        .AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("JoorBus.Joor", LogLevel.Warning))
        .AddSingleton<TimeProvider>(new SkewedClock(Milliseconds(arguments[3])))
        .AddPersistence(options => options.ConnectionString = arguments[0])
        .AddSharedLimits()
        .AddSingleton<IReadOnlyList<JoorConnectionOptions>>(connections)
        .AddJoor()
        .Configure<JoorLimitOptions>(limits =>
        {
            limits.Window = Milliseconds(arguments[2]);
            limits.CreditsPerWindow = LimitsPlan.Credits;
            limits.ReservedForOrders = LimitsPlan.Credits / 10;
        })
        .Configure<JoorOptions>(options =>
        {
            options.Patience = options.OrderReadingPatience = TimeSpan.FromMinutes(1);
            options.BreakerFailures = 1000;
        });

    // Orders, stock and products have pauses, as endless urgent work would leave nothing to the rest; reconciling takes what is left.
    private static IEnumerable<Task> Flows(ServiceProvider services, JoorConnectionOptions connection, TextWriter waits, CancellationToken ending)
    {
        var client = services.GetRequiredService<JoorClients>().For(connection.Key);
        var orders = services.GetRequiredService<JoorOrderReaderFactory>().For(connection);
        yield return FlowAsync("orders", TimeSpan.FromSeconds(3), async () => (await orders.TestAsync(ending)).GetType().Name, waits, ending);
        yield return FlowAsync("stock", TimeSpan.FromSeconds(5), async () => (await client.V2.Inventory.SetAsync(Stock, new(), ending)).GetType().Name, waits, ending);
        yield return FlowAsync("products", TimeSpan.FromSeconds(4), async () => (await client.V2.Categories.ReadAsync(ending)).GetType().Name, waits, ending);
        yield return FlowAsync(
            "reconciling", TimeSpan.Zero, async () => (await client.V2.Inventory.SetAsync(Stock, new() { Priority = JoorPriority.Reconciling }, ending)).GetType().Name, waits, ending);
    }

    private static async Task FlowAsync(string name, TimeSpan pause, Func<Task<string>> send, TextWriter waits, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var outcome = await send();
            await waits.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name} {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} {outcome}"));
            await Task.Delay(pause, TimeProvider.System, ending);
        }
    }

    private static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
}
