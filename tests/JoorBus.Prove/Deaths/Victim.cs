namespace JoorBus.Prove.Deaths;

/// <summary>What dies.</summary>
public enum Victim
{
    /// <summary>One JoorBus process, by SIGKILL.</summary>
    Host,

    /// <summary>RabbitMQ, by SIGKILL.</summary>
    Broker,

    /// <summary>PostgreSQL, by an immediate stop that tidies nothing up.</summary>
    Postgres,
}
