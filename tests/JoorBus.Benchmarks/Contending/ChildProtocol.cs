using System.Globalization;
using JoorBus.Benchmarks.Source;

namespace JoorBus.Benchmarks.Contending;

/// <summary>Lines between the benchmark and a child: ready; load → loaded; go; end of input stops.</summary>
public static class ChildProtocol
{
    public const string Ready = "ready";
    public const string Loaded = "loaded";
    private const string Load = "load";
    private const string Go = "go";

    public static string LoadLine(OrderFeed feed) =>
        string.Create(CultureInfo.InvariantCulture, $"{Load} {feed.First} {feed.Orders} {feed.OrdersPerSecond}");

    public static string GoLine(long start) => string.Create(CultureInfo.InvariantCulture, $"{Go} {start}");

    /// <summary>Serves the path until the input ends; 1 when a station failed.</summary>
    public static async Task<int> ServeAsync(IOrderPath path, OrderSource source, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await path.StartAsync(stopping.Token);
        await Console.Out.WriteLineAsync(Ready);

        var commands = ObeyAsync(source, cancellationToken);
        var ended = await Task.WhenAny(commands, path.Failed);
        await stopping.CancelAsync();
        await ended;
        return 0;
    }

    private static async Task ObeyAsync(OrderSource source, CancellationToken cancellationToken)
    {
        // Console.In would block its caller while it waits.
        using var input = new StreamReader(Console.OpenStandardInput());
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == Go)
            {
                source.Go(long.Parse(words[1], CultureInfo.InvariantCulture));
            }
            else
            {
                int Number(int word) => int.Parse(words[word], CultureInfo.InvariantCulture);
                source.Load(new OrderFeed(Number(1), Number(2), Number(3)));
                await Console.Out.WriteLineAsync(Loaded);
            }
        }
    }
}
