using JoorBus.Benchmarks.Commands;

return await BenchCommands.Root().Parse(args).InvokeAsync();
