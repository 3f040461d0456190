namespace JoorBus.Simulators.Joor;

/// <summary>What goes back to the client, unless a fault spoils it.</summary>
internal sealed record JoorAnswer(int Status, byte[] Body, string ContentType = JoorAnswer.Json)
{
    public const string Json = "application/json; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public int OrdersRead { get; init; }
    public int OrdersMarked { get; init; }
}
