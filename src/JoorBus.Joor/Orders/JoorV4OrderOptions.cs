namespace JoorBus.Joor;

/// <summary>
/// Names of v4's order reading. JOOR's own pages show only the paths and order_ids; the rest was seen in a live client, or is inferred, so
/// it can be set.
/// </summary>
public sealed class JoorV4OrderOptions
{
    /// <summary>Parameter for "changed at or after this time", in ISO 8601 UTC; default last_modified (seen in a live client).</summary>
    public string ModifiedFrom { get; set; } = "last_modified";

    /// <summary>Sorting by last change, oldest first, as query text; default sort_by=date_modified&amp;sort_order=ASCENDING (inferred).</summary>
    public string Sorting { get; set; } = "sort_by=date_modified&sort_order=ASCENDING";

    /// <summary>Largest page that is asked for: 10 to 1,000, default 200 (a live client's limit).</summary>
    public int LargestPage { get; set; } = 200;

    /// <summary>Orders whose lines are asked for in one request: 1 to 200, default 50.</summary>
    public int OrdersPerLineRead { get; set; } = 50;

    /// <summary>Whether UPCs that order lines do not carry are looked up in the products' SKUs; default true. Costs a read per 50 new products.</summary>
    public bool ReadsUpcs { get; set; } = true;

    /// <summary>How long a product's UPCs are remembered; default 1 h.</summary>
    public TimeSpan UpcMemory { get; set; } = TimeSpan.FromHours(1);
}
