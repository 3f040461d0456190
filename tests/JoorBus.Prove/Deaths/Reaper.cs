using System.Diagnostics;
using JoorBus.Prove.World;
using JoorBus.Simulators.Joor;

namespace JoorBus.Prove.Deaths;

/// <summary>Kills by plan and starts again what it killed. Victims die independently of each other; one victim dies again only after it came back.</summary>
internal sealed class Reaper(ProveServers servers, HostFleet hosts, JoorSimulator joor)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);
    private readonly Dictionary<Victim, SemaphoreSlim> turns = Enum.GetValues<Victim>().ToDictionary(victim => victim, _ => new SemaphoreSlim(1));

    private int kills;

    public int Kills => kills;

    public Task ReapAsync(IEnumerable<Death> deaths, CancellationToken cancellationToken) =>
        Task.WhenAll(deaths.Select(death => ReapAsync(death, cancellationToken)));

    private async Task ReapAsync(Death death, CancellationToken cancellationToken)
    {
        await Task.Delay(death.At, TimeProvider.System, cancellationToken);
        await turns[death.Victim].WaitAsync(cancellationToken);
        await JoorIsReadAsync(cancellationToken);
        await Task.Delay(death.Into, TimeProvider.System, cancellationToken);
        try
        {
            Interlocked.Increment(ref kills);
            await KillAsync(death);
            await Task.Delay(death.Away, TimeProvider.System, cancellationToken);
            await StartAgainAsync(death, cancellationToken);
        }
        finally
        {
            turns[death.Victim].Release();
        }
    }

    // Most of a second nothing happens: a death is worth most while the orders of a read are on their way, or JOOR's answer to stock.
    private async Task JoorIsReadAsync(CancellationToken cancellationToken)
    {
        var (started, reads) = (Stopwatch.GetTimestamp(), Reads());
        while (Reads() == reads && Stopwatch.GetElapsedTime(started) < LongestWait)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
    }

    private int Reads() => joor.Ledger().Requests.Count(request => request.OrdersRead > 0 || request.ItemsAccepted > 0);

    private Task KillAsync(Death death) => death.Victim switch
    {
        Victim.Host => hosts.KillAsync(death.Which),
        Victim.Broker => servers.RabbitMq.KillAsync(),
        _ => servers.Postgres.KillAsync(),
    };

    private Task StartAgainAsync(Death death, CancellationToken cancellationToken) => death.Victim switch
    {
        Victim.Host => hosts.StartAgainAsync(death.Which),
        Victim.Broker => servers.RabbitMq.StartAgainAsync(cancellationToken),
        _ => servers.Postgres.StartAgainAsync(cancellationToken),
    };
}
