using System.Globalization;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>Reads many orders in a process of its own and says the most memory it ever held.</summary>
public static class StreamChild
{
    private const string Peak = "VmHWM:";

    public static async Task<int> RunAsync(IGatewayCaller caller, int orders, CancellationToken cancellationToken)
    {
        if (await caller.ReadAllAsync(cancellationToken) is var read && read != orders)
            throw new InvalidOperationException($"{read} orders came instead of {orders}.");
        var line = (await File.ReadAllLinesAsync("/proc/self/status", cancellationToken)).Single(text => text.StartsWith(Peak, StringComparison.Ordinal));
        await Console.Out.WriteLineAsync(line[Peak.Length..].Replace("kB", "", StringComparison.Ordinal).Trim());
        return 0;
    }

    /// <summary>Peak in MB.</summary>
    public static async Task<double> PeakOfAsync(Uri server, int orders, CancellationToken cancellationToken)
    {
        await using var child = await ServerProcess.StartAsync(
            [GatewayCommand.Stream, "--url", server.ToString(), "--orders", orders.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        return int.Parse(child.FirstLine, CultureInfo.InvariantCulture) / 1024.0;
    }
}
