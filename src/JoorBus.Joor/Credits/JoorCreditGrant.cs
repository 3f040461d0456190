namespace JoorBus.Joor;

/// <summary>Answer of <see cref="IJoorCredits.SpendAsync"/>.</summary>
public abstract record JoorCreditGrant
{
    private JoorCreditGrant()
    {
    }

    /// <summary>Spent; <paramref name="CreditsLeft"/> remain.</summary>
    public sealed record Granted(int CreditsLeft) : JoorCreditGrant;

    /// <summary>Nothing spent; ask again at <paramref name="Until"/>.</summary>
    public sealed record NotBefore(DateTimeOffset Until) : JoorCreditGrant;
}
