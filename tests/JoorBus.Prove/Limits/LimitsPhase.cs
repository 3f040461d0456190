using JoorBus.Connections;
using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Prove.Limits;

/// <summary>Runs one phase: workers saturate the stand-in until every account has seen the windows asked for.</summary>
internal sealed class LimitsPhase(LimitsPlan plan, PrivatePostgres postgres, string folder)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(40);
    private readonly Random _random = new(plan.Seed);
    private readonly List<LimitsLook> _looks = [];
    private int _kills;

    public async Task<LimitsResult> RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var database = await postgres.CreateDatabaseAsync($"limits_{plan.Name}", cancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddPersistence(options => options.ConnectionString = database).AddSharedLimits()
            .Configure<JoorLimitOptions>(limits => limits.Window = plan.Window).BuildServiceProvider();
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
        await using var joor = await JoorSimulator.StartAsync(
            new JoorSimulatorOptions
            {
                CreditsPerWindow = LimitsPlan.Credits,
                Window = plan.Window,
                Latency = Latency,
                Accounts = [.. Enumerable.Range(0, LimitsPlan.Connections).GroupBy(LimitsPlan.AccountOf).Select(account => new JoorSimulatorAccount { AccountId = account.Key, Tokens = [.. account.Select(LimitsPlan.TokenOf)] })],
            },
            cancellationToken: cancellationToken);
        await using var gate = await LimitGate.StartAsync(joor.BaseUrl, cancellationToken);
        var workers = Enumerable.Range(0, plan.Workers).Select(number => WorkerProcess.Start(plan, number, database, gate.BaseUrl, folder)).ToArray();
        try
        {
            await SaturateAsync(workers, joor, services.GetRequiredService<SharedJoorLimits>(), number => WorkerProcess.Start(plan, number, database, gate.BaseUrl, folder), cancellationToken);
            return LimitsResult.Of(plan, joor.Ledger(), TimeProvider.System.GetUtcNow(), gate.Most, _looks, _kills, folder);
        }
        finally
        {
            foreach (var worker in workers)
                await worker.DisposeAsync();
        }
    }

    private async Task SaturateAsync(WorkerProcess[] workers, JoorSimulator joor, SharedJoorLimits limits, Func<int, WorkerProcess> start, CancellationToken cancellationToken)
    {
        var limit = TimeProvider.System.GetUtcNow() + (2 * (plan.Windows + 2) * plan.Window);
        var nextKill = NextKill();
        while (TimeProvider.System.GetUtcNow() < limit && joor.Ledger().Accounts.Any(account => LimitsResult.Saturated(account, _looks, TimeProvider.System.GetUtcNow()).Count() < plan.Windows))
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
            foreach (var account in joor.Ledger().Accounts)
                _looks.Add(new(TimeProvider.System.GetUtcNow(), await limits.ReadAsync(account.AccountId, cancellationToken)));
            if (TimeProvider.System.GetUtcNow() < nextKill)
                continue;
            var victim = _random.Next(workers.Length);
            await workers[victim].DisposeAsync();
            workers[victim] = start(victim);
            _kills++;
            nextKill = NextKill();
        }
    }

    private DateTimeOffset NextKill() => plan.KillEvery is { } every ? TimeProvider.System.GetUtcNow() + (every * (0.5 + _random.NextDouble())) : DateTimeOffset.MaxValue;
}
