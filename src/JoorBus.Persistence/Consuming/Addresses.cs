namespace JoorBus.Persistence.Consuming;

/// <summary>Addresses without host, so that stored messages survive a move of the broker.</summary>
internal static class Addresses
{
    public static string NameOf(Uri address) => address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..];

    public static string ShortOf(Uri address)
    {
        var isQueue = address.Scheme == "queue" || address.Query.Contains("bind=true", StringComparison.Ordinal);
        return $"{(isQueue ? "queue" : "exchange")}:{NameOf(address)}";
    }
}
