using System.CommandLine;
using JoorBus.Configuring;
using Serilog.Events;

namespace JoorBus.Commands;

/// <summary>Options that several verbs share.</summary>
internal static class SharedOptions
{
    public static Option<string[]> Set() => new("--set")
    {
        Description = "A setting that wins over environment and files, such as --set Http__Urls=http://127.0.0.1:5880",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "JSON instead of a table" };

    public static Option<string> Log() => new("--log") { Description = "text or json", DefaultValueFactory = _ => "text" };

    public static Option<LogEventLevel> Level() => new("--log-level")
    {
        Description = "Verbose, Debug, Information, Warning or Error",
        DefaultValueFactory = _ => LogEventLevel.Information,
    };

    /// <summary>The settings, or null after every fault was written.</summary>
    public static HostSettings? ReadSettings(string[] overrides, TextWriter error)
    {
        var (settings, faults) = HostSettingsReader.Read(ConfigurationSources.Build(overrides));
        if (faults.Count == 0)
        {
            return settings;
        }

        error.WriteLine($"The configuration has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}; nothing was started:");
        foreach (var fault in faults)
        {
            error.WriteLine($"  - {fault}");
        }

        return null;
    }
}
