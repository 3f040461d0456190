namespace JoorBus.Benchmarks.Contending;

/// <summary>Where a child process finds its servers.</summary>
/// <param name="Postgres">Connection string of the contender's own database.</param>
/// <param name="Amqp">URI of the contender's own virtual host.</param>
/// <param name="QueueType">classic or quorum.</param>
public sealed record ChildOptions(string Postgres, Uri Amqp, string QueueType);
