using System.CommandLine;
using System.CommandLine.Invocation;

namespace JoorBus.Commands;

/// <summary>All verbs of the program.</summary>
internal static class CommandLine
{
    /// <summary>Runs a verb; 0 done, 1 failed, 2 wrong usage or configuration.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(args);
        var usageError = parsed.Action as ParseErrorAction;
        if (usageError is not null)
        {
            // A wrong option needs its sentence; who named no verb needs the list of them.
            usageError.ShowHelp = parsed.CommandResult.Command.Subcommands.Count > 0;
        }

        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = true });
        return usageError is null ? code : ExitCode.Usage;
    }

    private static RootCommand Root() => new("JoorBus carries orders from JOOR to the warehouse, and stock and products from there to JOOR, and shows what happens to each.")
    {
        RunCommand.Create(),
        DemoCommand.Create(),
        SimulateCommand.Create(),
        CheckCommand.Create(),
        HealthCommand.Create(),
        OrdersCommand.Create(),
        ConnectionsCommand.Create(),
        InventoryCommand.Create(),
        ProductsCommand.Create(),
        PrepareCommand.Create(),
    };
}
