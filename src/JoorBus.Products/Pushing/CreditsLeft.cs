namespace JoorBus.Products.Pushing;

/// <summary>What products may spend of an account's credits.</summary>
/// <param name="Left">Now.</param>
/// <param name="RefillsIn">Until there are more.</param>
internal sealed record CreditsLeft(int Left, TimeSpan RefillsIn)
{
    private const int Few = 6;

    /// <summary>
    /// How long to gather changes before the next push, so that what is left lasts until there are more: a push of one style costs hardly less than one
    /// of fifty. Zero while six pushes like the last one are left.
    /// </summary>
    public TimeSpan RestAfter(CreditsLeft before)
    {
        var spent = before.Left - Left;
        return spent <= 0 || spent * Few <= Left ? TimeSpan.Zero : RefillsIn / Few;
    }
}
