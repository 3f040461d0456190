using System.Diagnostics;
using System.Globalization;
using JoorBus.Simulators.Servers;

namespace JoorBus.Benchmarks.Idle;

/// <summary>Percent of one core, and memory, of a host without work.</summary>
public sealed record IdleUse(double Host, double Postgres, double MemoryMegabytes);

/// <summary>A JoorBus process of its own on a private PostgreSQL, with the bus in memory: only polling and limits are to be seen.</summary>
public static class IdleHost
{
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(25);

    private static string Program => Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "JoorBus", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "JoorBus.dll"));

    public static string Token(int account) => string.Create(CultureInfo.InvariantCulture, $"idle-token-{account}");

    public static async Task<IdleUse> MeasureAsync(Uri joor, int connections, int port, TimeSpan watched, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("joorbus-idle-").FullName;
        await using var postgres = await PrivatePostgres.StartAsync(
            new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), Temporary = true }, cancellationToken);
        using var host = Start(await postgres.CreateDatabaseAsync("idle", cancellationToken), joor, connections, port);
        try
        {
            await Task.Delay(SettledAfter, TimeProvider.System, cancellationToken);
            var (hostBefore, postgresBefore, start) = (ProcessorTime.OfTree(host.Id), ProcessorTime.OfTree(postgres.ProcessId), Stopwatch.GetTimestamp());
            await Task.Delay(watched, TimeProvider.System, cancellationToken);
            var took = Stopwatch.GetElapsedTime(start);
            host.Refresh();
            return new IdleUse(
                Share(ProcessorTime.OfTree(host.Id) - hostBefore, took), Share(ProcessorTime.OfTree(postgres.ProcessId) - postgresBefore, took), host.WorkingSet64 / 1048576.0);
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static double Share(TimeSpan used, TimeSpan took) => used / took * 100;

    private static Process Start(string postgres, Uri joor, int connections, int port)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "run", "--log-level", "Warning"]);
        start.Environment["JOORBUS__POSTGRES"] = postgres;
        start.Environment["JOORBUS__BUS__TRANSPORT"] = "memory";
        start.Environment["JOORBUS__HTTP__URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        for (var number = 0; number < connections; number++)
        {
            void Set(string name, string value) => start.Environment[string.Create(CultureInfo.InvariantCulture, $"JOORBUS__CONNECTIONS__{number}__{name}")] = value;
            Set("NAME", string.Create(CultureInfo.InvariantCulture, $"idle-{number}"));
            Set("TOKEN", Token(number));
            Set("BASEURL", joor.ToString());
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
    }
}
