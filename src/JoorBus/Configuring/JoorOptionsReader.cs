using JoorBus.Joor;

namespace JoorBus.Configuring;

/// <summary>Reads the section <c>Joor</c>: repeats, patience, the breaker, the form of v4's login, and the names of v4's filters.</summary>
internal static class JoorOptionsReader
{
    private const string Prefix = "JOORBUS__JOOR";

    public static (JoorOptions Joor, IReadOnlyList<string> Faults) Read(IConfiguration configuration)
    {
        var joor = new JoorOptions();
        var faults = new List<string>();
        SectionReader.Read(configuration.GetSection(JoorOptions.SectionName), joor, Prefix, faults);
        return (joor, [.. faults, .. joor.Faults(), .. OfV4(joor.OrdersV4)]);
    }

    private static IEnumerable<string> OfV4(JoorV4OrderOptions options)
    {
        if (options.LargestPage is < 10 or > 1000)
            yield return $"{Prefix}__ORDERSV4__LARGESTPAGE is {options.LargestPage}; allowed is 10 to 1000";
        if (options.OrdersPerLineRead is < 1 or > 200)
            yield return $"{Prefix}__ORDERSV4__ORDERSPERLINEREAD is {options.OrdersPerLineRead}; allowed is 1 to 200";
        if (options.UpcMemory < TimeSpan.Zero || options.UpcMemory > TimeSpan.FromDays(1))
            yield return $"{Prefix}__ORDERSV4__UPCMEMORY is {options.UpcMemory}; allowed is 00:00:00 to 1.00:00:00";
    }
}
