using System.CommandLine;
using JoorBus.Commands;

var root = new RootCommand("JoorBus carries orders from JOOR to the warehouse, exactly once, and shows what happens to each.")
{
    RunCommand.Create(),
    DemoCommand.Create(),
    SimulateCommand.Create(),
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = true });
