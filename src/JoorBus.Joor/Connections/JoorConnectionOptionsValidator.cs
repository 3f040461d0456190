using System.Globalization;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>Every fault of the configured connections at once, each as a sentence that names its environment variable.</summary>
public static class JoorConnectionOptionsValidator
{
    private const int LongestName = 64;
    private const int LargestPage = 500;
    private const long SmallestLimit = 1L << 10;
    private const long LargestLimit = 1L << 30;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Empty when the connections can be used. A secret's value is never part of a sentence.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<JoorConnectionOptions> connections)
    {
        var faults = new List<string>();
        for (var index = 0; index < connections.Count; index++)
        {
            var options = connections[index];
            var keys = new JoorOptionKeys(index, faults);
            CheckName(keys, options.Name, connections.Take(index).ToList());
            CheckAccess(keys, options);
            keys.Url("BaseUrl", options.BaseUrl);
            keys.Url("TokenUrl", options.TokenUrl);
            CheckLimits(keys, options);
            CheckOrders(keys, options);
        }
        return faults;
    }

    private static void CheckName(JoorOptionKeys keys, string name, List<JoorConnectionOptions> earlier)
    {
        if (name.Length is 0 or > LongestName || name != name.Trim() || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '-'))
            keys.Refuse("Name", name, $"1 to {LongestName} letters a-z, digits, inner spaces, '.', '_' and '-'");
        var twin = earlier.FindIndex(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));
        if (twin >= 0 && name.Length > 0)
            keys.Refuse("Name", name, $"a name that no other connection has; {JoorOptionKeys.Key(twin, "Name")} is the same");
    }

    private static void CheckAccess(JoorOptionKeys keys, JoorConnectionOptions options)
    {
        if (options.ApiVersion != JoorApiVersion.V2)
            keys.Refuse("ApiVersion", options.ApiVersion, "v2; reading orders through v4 is not part of this version");
        if (!Enum.IsDefined(options.Environment))
            keys.Refuse("Environment", options.Environment, "production or sandbox");
        if (options.Format != JoorFormat.Json)
            keys.Refuse("Format", options.Format, "json; reading xml is not part of this version");
        if (string.IsNullOrWhiteSpace(options.Token))
            keys.Missing("Token", "the API token that JOOR gave for this environment");
        else if (options.Token.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            keys.RefuseSecret("Token", "holds white space or control characters", "the token exactly as JOOR gave it");
        if (options.AccountId is { } account && string.IsNullOrWhiteSpace(account))
            keys.Refuse("AccountId", account, "JOOR's account id, or leave it out");
    }

    private static void CheckLimits(JoorOptionKeys keys, JoorConnectionOptions options)
    {
        keys.Range("PollInterval", options.PollInterval, Second, Day);
        keys.Range("RequestTimeout", options.RequestTimeout, Second, TimeSpan.FromMinutes(10));
        keys.Range("PageSize", options.PageSize, 1, LargestPage);
        keys.Range("MaxAnswerBytes", options.MaxAnswerBytes, SmallestLimit, LargestLimit);
        keys.Range("MaxOrderBytes", options.MaxOrderBytes, SmallestLimit, Math.Clamp(options.MaxAnswerBytes, SmallestLimit, LargestLimit));
    }

    private static void CheckOrders(JoorOptionKeys keys, JoorConnectionOptions options)
    {
        keys.Range("WindowOverlap", options.WindowOverlap, TimeSpan.Zero, Day);
        if (!Enum.IsDefined(options.ExportMark))
            keys.Refuse("ExportMark", options.ExportMark, "page or none");
        if (options.OrderStatuses.Count == 0)
            keys.Missing("OrderStatuses__0", JoorOptionKeys.Statuses);
        for (var i = 0; i < options.OrderStatuses.Count; i++)
        {
            if (JoorOrderFilters.Only(options.OrderStatuses[i]) is null)
                keys.Refuse(string.Create(CultureInfo.InvariantCulture, $"OrderStatuses__{i}"), options.OrderStatuses[i], JoorOptionKeys.Statuses);
        }
        foreach (var (code, status) in options.OrderTypeCodes)
        {
            if (!Enum.IsDefined(status) || status == JoorOrderStatus.Unknown)
                keys.Refuse($"OrderTypeCodes__{code}", status, JoorOptionKeys.Statuses);
        }
    }
}
