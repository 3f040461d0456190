namespace JoorBus.Joor;

/// <summary>JOOR did it and has nothing more to tell.</summary>
public sealed record JoorDone
{
    private JoorDone()
    {
    }

    internal static JoorDone Value { get; } = new();
}
