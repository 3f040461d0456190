using Marten.Events.Aggregation;

namespace JoorBus.Persistence.Tests.Marten;

/// <summary>A document of the host's own code, which JoorBus knows nothing of.</summary>
public sealed class Palette
{
    public Guid Id { get; set; }

    public string[] Colors { get; set; } = [];
}

/// <summary>An event of the host's own code.</summary>
public sealed record Painted(string Color);

/// <summary>A projection of the host's own code.</summary>
public sealed class Wall
{
    public Guid Id { get; set; }

    public int Coats { get; set; }

    public string Color { get; set; } = "";
}

public sealed class WallProjection : SingleStreamProjection<Wall, Guid>
{
    public static void Apply(Painted painted, Wall wall) => (wall.Coats, wall.Color) = (wall.Coats + 1, painted.Color);
}
