using System.CommandLine;
using System.Net;

namespace JoorBus.Commands;

/// <summary><c>joorbus simulate joor|wms</c>: the stand-ins, each alone; <c>simulate orders|compare</c> use them.</summary>
internal static class SimulateCommand
{
    public static Command Create() => new("simulate", "Starts a stand-in for JOOR or for a WMS, makes orders in it, compares both.")
    {
        SimulateJoorCommand.Create(), SimulateWmsCommand.Create(), SimulateOrdersCommand.Create(), SimulateCompareCommand.Create(),
    };

    public static Option<IPAddress> Listen() => new("--listen")
    {
        Description = "Address to listen on; beyond loopback anybody there may also change what is simulated",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
                return address;
            result.AddError($"--listen is '{result.Tokens[0].Value}'; write an address such as 127.0.0.1 or 0.0.0.0");
            return null;
        },
    };

    public static Option<string?> Memory() => new("--memory") { Description = "File that keeps what the stand-in holds over a restart (default: nothing is kept)" };

    public static async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(stopped.SetResult).ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
    }

    /// <summary>Turns 1, 2, … with <paramref name="seconds"/> before each; none at all when that is null. Ends, as its stand-in does, when stopped.</summary>
    public static async Task EveryAsync(double? seconds, Func<int, Task> turn, CancellationToken cancellationToken)
    {
        if (seconds is not { } pause)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(pause), TimeProvider.System);
        try
        {
            for (var number = 1; await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false); number++)
                await turn(number).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    /// <summary>An option for the pause between turns.</summary>
    public static Option<double?> Every(string name, string description)
    {
        var every = new Option<double?>(name) { Description = description };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is <= 0.01 or > 86_400)
                result.AddError($"{name} is 0.01 to 86400 seconds");
        });
        return every;
    }
}
