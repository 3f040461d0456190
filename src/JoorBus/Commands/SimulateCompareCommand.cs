using System.CommandLine;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Wms;

namespace JoorBus.Commands;

/// <summary><c>joorbus simulate compare</c>: the ledgers of two running stand-ins.</summary>
internal static class SimulateCompareCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var client = new SimulatorClient();
        var wms = SimulatorClient.Address("--wms", "Address of the WMS stand-in", "http://127.0.0.1:5872");
        var connections = new Option<string[]>("--connection") { Description = "Names of the connections, in order of the stand-in's accounts", DefaultValueFactory = _ => ["acme"], AllowMultipleArgumentsPerToken = true };
        var patience = new Option<int>("--within") { Description = "Seconds to wait until that is so", DefaultValueFactory = _ => 0 };
        var command = new Command("compare", "Compares the orders of a JOOR stand-in and of a WMS stand-in; exit code 0 only when none is lost, doubled, stale or left over. Example: joorbus simulate compare --within 60")
        {
            wms, connections, patience,
        };
        client.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var clients = client.Open(parsed, parsed.GetValue(wms));
            using var joor = clients.GetRequiredService<IHttpClientFactory>().CreateClient(SimulatorClient.JoorName);
            using var warehouse = clients.GetRequiredService<IHttpClientFactory>().CreateClient(SimulatorClient.WmsName);
            var end = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(parsed.GetValue(patience));
            while (true)
            {
                var (sentence, isAtRest) = await LookAsync(joor, warehouse, parsed.GetValue(connections)!, cancellationToken);
                if (isAtRest || TimeProvider.System.GetUtcNow() >= end)
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(sentence);
                    return isAtRest ? ExitCode.Done : ExitCode.Failed;
                }

                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        });
        return command;
    }

    private static async Task<(string Sentence, bool IsAtRest)> LookAsync(HttpClient joor, HttpClient warehouse, string[] connections, CancellationToken cancellationToken)
    {
        try
        {
            var accounts = await SimulatorClient.AccountsAsync(joor, connections, cancellationToken);
            var ledger = await SimulatorClient.WmsAsync(warehouse, cancellationToken);
            var comparison = LedgerComparison.Of(accounts, ledger);
            var waiting = ledger.CountOf(WmsOrderStatus.Unknown);
            return (comparison.Summary, comparison.IsClean && waiting == 0);
        }
        catch (HttpRequestException fault)
        {
            return ($"A stand-in does not answer: {fault.Message}", false);
        }
    }
}
