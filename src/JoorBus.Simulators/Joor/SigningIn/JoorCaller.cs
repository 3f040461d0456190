namespace JoorBus.Simulators.Joor;

/// <summary>Who asks: an account that may be spoken for, or the reason why not.</summary>
internal sealed record JoorCaller
{
    public JoorAccount? Account { get; init; }
    public JoorCredential? Credential { get; init; }

    /// <summary>HTTP status of the refusal.</summary>
    public int Status { get; init; }

    public string Refusal { get; init; } = "";

    public Action Expire { get; init; } = () => { };

    public static JoorCaller Refused(int status, string refusal, JoorCredential? credential = null) =>
        new() { Status = status, Refusal = refusal, Credential = credential };
}
