namespace JoorBus.Configuring;

internal static class ConfigurationSources
{
    public const string Prefix = "JOORBUS__";

    /// <summary>Named as by OpenTelemetry, so that it is set once for all programs of a system.</summary>
    public const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>appsettings.json beside the program and in the working folder, then the environment, then <c>--set key=value</c>.</summary>
    public static IConfigurationRoot Build(IEnumerable<string> overrides) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
        .AddInMemoryCollection([new(Otlp, Environment.GetEnvironmentVariable(Otlp))])
        .AddEnvironmentVariables(Prefix)
        // Of a key set twice the last wins, as everywhere on command lines.
        .AddInMemoryCollection(overrides.Select(Pair).GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(pairs => pairs.Last()))
        .Build();

    private static KeyValuePair<string, string?> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var key = at < 0 ? text : text[..at];
        return new(key.Replace("__", ":", StringComparison.Ordinal), at < 0 ? "" : text[(at + 1)..]);
    }
}
