namespace JoorBus.Simulators.Servers;

/// <summary>What a committed transaction survives.</summary>
public enum Durability
{
    /// <summary>Power loss: every commit waits for the disk (PostgreSQL's own default).</summary>
    Normal,

    /// <summary>A killed server, but not a crash of the machine: <c>fsync</c> is off. For tests.</summary>
    Fast,
}
