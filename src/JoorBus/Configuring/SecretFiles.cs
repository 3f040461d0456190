namespace JoorBus.Configuring;

/// <summary>Settings given as files, as containers get their secrets: <c>JOORBUS__X_FILE</c> names the file that holds the value of <c>JOORBUS__X</c>.</summary>
internal static class SecretFiles
{
    private const string Suffix = "_File";
    private const int MostBytes = 64 * 1024;

    /// <summary>The configuration with what the files hold, and a sentence for each file that cannot be used. No sentence shows what is in one.</summary>
    public static (IConfiguration Configuration, IReadOnlyList<string> Faults) Resolve(IConfiguration configuration)
    {
        var (values, faults) = (new Dictionary<string, string?>(), new List<string>());
        foreach (var (name, path) in configuration.AsEnumerable().Where(pair => pair.Key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && pair.Value is { Length: > 0 }))
        {
            var key = name[..^Suffix.Length];
            var (text, fault) = configuration[key] is { Length: > 0 }
                ? (null, $"{Variable(key)} and {Variable(name)} are both set; keep one of them")
                : Read(Variable(name), path!);
            values[key] = text;
            if (fault is not null)
                faults.Add(fault);
        }

        return values.Count == 0 ? (configuration, faults) : (new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(values).Build(), faults);
    }

    private static (string? Text, string? Fault) Read(string variable, string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return (null, $"{variable} is '{path}', where there is no file; create it with nothing but the secret in it");
            if (file.Length > MostBytes)
                return (null, $"{variable} is '{path}', which is too large for a secret");
            var text = File.ReadAllText(path).TrimEnd('\r', '\n');
            return text.Length == 0 ? (null, $"{variable} is '{path}', which is empty; write the secret into it") : (text, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{variable} is '{path}', which cannot be read by this user: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static string Variable(string key) => ConfigurationSources.Prefix + key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
}
