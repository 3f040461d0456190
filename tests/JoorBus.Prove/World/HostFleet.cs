using System.Globalization;
using System.Net;

namespace JoorBus.Prove.World;

/// <summary>The JoorBus processes of one time.</summary>
internal sealed class HostFleet(int count, IReadOnlyDictionary<string, string> environment, string folder, int seed) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    private readonly HostProcess?[] processes = new HostProcess?[count];
    private readonly string[] urls = [.. Enumerable.Range(0, count).Select(number => $"http://127.0.0.1:{QuietPort.Find(seed + (number * 100))}")];
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private int diedByThemselves;

    /// <summary>Processes that ended although nobody killed them.</summary>
    public int DiedByThemselves => diedByThemselves;

    public Task StartAsync() => Task.WhenAll(Enumerable.Range(0, count).Select(StartAgainAsync));

    public async Task StartAgainAsync(int which) => processes[which % count] = await HostProcess.StartAsync(
        new Dictionary<string, string>(environment) { ["JOORBUS__HTTP__URLS"] = urls[which % count] }, LogFile(which % count));

    public async Task KillAsync(int which)
    {
        if (Interlocked.Exchange(ref processes[which % count], null) is not { } process)
            return;
        await process.KillAsync();
        if (process.DiedByItself)
            Interlocked.Increment(ref diedByThemselves);
        await process.DisposeAsync();
    }

    /// <summary>Returns when every process says that it is ready.</summary>
    public async Task AreReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadyLimit);
        foreach (var url in urls)
        {
            while (!await IsReadyAsync(url, limit.Token))
                await Task.Delay(Pause, TimeProvider.System, limit.Token);
        }
    }

    public IEnumerable<string> LogLines() =>
        Enumerable.Range(0, count).Select(LogFile).Where(File.Exists).SelectMany(File.ReadLines);

    public async ValueTask DisposeAsync()
    {
        for (var which = 0; which < count; which++)
            await KillAsync(which);
        http.Dispose();
    }

    private string LogFile(int which) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"host-{which + 1}.log"));

    private async Task<bool> IsReadyAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"{url}/health/ready"), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
