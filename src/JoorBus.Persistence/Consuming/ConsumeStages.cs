namespace JoorBus.Persistence.Consuming;

/// <summary>The gaps in which a process may die.</summary>
public enum ConsumeStage
{
    /// <summary>The consumer has decided; nothing is stored.</summary>
    Consumed,

    /// <summary>Stored; nothing is published.</summary>
    Committed,

    /// <summary>Published; nothing is acknowledged.</summary>
    Published,
}

/// <summary>Lets proofs stop a host in a named gap. Without a listener it costs nothing.</summary>
public sealed class ConsumeStages
{
    /// <summary>Called at each stage; null in production.</summary>
    public Func<ConsumeStage, Task>? Reached { get; set; }

    internal Task ReachedAsync(ConsumeStage stage) => Reached?.Invoke(stage) ?? Task.CompletedTask;
}
