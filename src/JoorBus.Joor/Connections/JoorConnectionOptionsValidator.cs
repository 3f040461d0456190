namespace JoorBus.Joor;

/// <summary>Every fault of the configured connections at once, each as a sentence that names its environment variable.</summary>
public static class JoorConnectionOptionsValidator
{
    /// <summary>Empty when the connections can be used. A secret's value is never part of a sentence.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<JoorConnectionOptions> connections) =>
    [
        .. connections.SelectMany((options, index) => JoorConnectionFaults
            .Of(options, [.. connections.Where(other => !ReferenceEquals(other, options))], [.. connections.Take(index)])
            .Select(fault => fault.Configured(index))),
    ];
}
