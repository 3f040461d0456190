using System.CommandLine;
using JoorBus.Prove.Commands;

const int UsageError = 2;
var root = new RootCommand("Proves on real servers that nothing is lost and nothing takes effect twice.") { KillsCommand.Create() };
var parsed = root.Parse(args);
var outcome = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? UsageError : outcome;
