using System.CommandLine;
using JoorBus.Prove.Commands;
using JoorBus.Prove.Limits;

const int UsageError = 2;
// A process of the proof of limits itself, not a verb for people.
if (args is [LimitWorker.Verb, ..])
    return await LimitWorker.RunAsync(args[1..]);
var root = new RootCommand("Proves on real servers that nothing is lost and nothing takes effect twice.") { KillsCommand.Create(), LimitsCommand.Create() };
var parsed = root.Parse(args);
var outcome = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? UsageError : outcome;
