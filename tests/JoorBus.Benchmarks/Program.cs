using JoorBus.Benchmarks.Commands;

const int UsageError = 2;
var parsed = BenchCommands.Root().Parse(args);
var outcome = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? UsageError : outcome;
