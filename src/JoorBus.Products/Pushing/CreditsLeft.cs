namespace JoorBus.Products.Pushing;

/// <summary>What products may spend of an account's credits.</summary>
/// <param name="Left">Now.</param>
/// <param name="Share">In a whole window.</param>
/// <param name="RefillsIn">Until there are more.</param>
internal sealed record CreditsLeft(int Left, int Share, TimeSpan RefillsIn)
{
    private const int LongestInRefills = 6;

    /// <summary>
    /// How long to gather changes before the next push, so that what is left lasts until there are more: a push of one style costs hardly less than one
    /// of fifty. Zero while three quarters are left.
    /// </summary>
    public TimeSpan RestAfter(CreditsLeft before)
    {
        var spent = before.Left - Left;
        if (spent <= 0 || Left * 4 >= Share * 3)
            return TimeSpan.Zero;
        var longest = RefillsIn / LongestInRefills;
        return spent * LongestInRefills >= Left ? longest : RefillsIn * spent / Left;
    }
}
