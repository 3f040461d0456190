namespace JoorBus.Products.Planning;

/// <summary>Amounts without trailing zeroes, so that 10.0 and 10.00 are the same text.</summary>
internal static class Amounts
{
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;

    public static decimal? Plain(decimal? amount) => amount is { } given ? Plain(given) : null;
}
