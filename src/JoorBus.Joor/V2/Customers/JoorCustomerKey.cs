namespace JoorBus.Joor;

/// <summary>A customer: by the brand's code, or by JOOR's id.</summary>
public sealed record JoorCustomerKey
{
    private JoorCustomerKey(string path) => Path = path;

    internal string Path { get; }

    /// <summary>customer_code.</summary>
    public static JoorCustomerKey ByCode(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return new JoorCustomerKey($"/connection/customer_code/{JoorQueryText.Segment(code)}/");
    }

    /// <summary>customer_account_id.</summary>
    public static JoorCustomerKey ById(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new JoorCustomerKey($"/connection/{JoorQueryText.Segment(id)}/");
    }
}
