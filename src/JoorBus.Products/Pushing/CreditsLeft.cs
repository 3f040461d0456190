namespace JoorBus.Products.Pushing;

/// <summary>What products may spend of an account's credits.</summary>
/// <param name="Left">Now.</param>
/// <param name="RefillsIn">Until there are more.</param>
internal sealed record CreditsLeft(int Left, TimeSpan RefillsIn)
{
    private const int LongestInRefills = 6;
    private const int Plenty = 10;

    /// <summary>
    /// How long to gather changes before the next push, so that what is left lasts until there are more: a push of one style costs hardly less than one
    /// of fifty. Zero while ten pushes like the last one are left.
    /// </summary>
    public TimeSpan RestAfter(CreditsLeft before)
    {
        var spent = before.Left - Left;
        if (spent <= 0 || spent * Plenty <= Left)
            return TimeSpan.Zero;
        var longest = RefillsIn / LongestInRefills;
        return spent * LongestInRefills >= Left ? longest : RefillsIn * spent / Left;
    }
}
