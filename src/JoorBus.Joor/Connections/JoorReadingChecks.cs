using System.Globalization;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>How a connection's answers and orders are read.</summary>
internal static class JoorReadingChecks
{
    private const int LargestPage = 500;
    private const long SmallestLimit = 1L << 10;
    private const long LargestLimit = 1L << 30;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Run(JoorFieldFaults faults, JoorConnectionOptions options)
    {
        faults.Range("PollInterval", options.PollInterval, TimeSpan.FromSeconds(1), Day);
        faults.Range("PageSize", options.PageSize, 1, LargestPage);
        faults.Range("MaxAnswerBytes", options.MaxAnswerBytes, SmallestLimit, LargestLimit);
        faults.Range("MaxOrderBytes", options.MaxOrderBytes, SmallestLimit, Math.Clamp(options.MaxAnswerBytes, SmallestLimit, LargestLimit));
        faults.Range("WindowOverlap", options.WindowOverlap, TimeSpan.Zero, Day);
        faults.Defined("ExportMark", options.ExportMark);
        CheckStatuses(faults, options);
    }

    private static void CheckStatuses(JoorFieldFaults faults, JoorConnectionOptions options)
    {
        if (options.OrderStatuses.Count == 0)
            faults.Missing("OrderStatuses:0", JoorFieldFaults.Statuses);
        for (var i = 0; i < options.OrderStatuses.Count; i++)
        {
            if (JoorOrderFilters.Only(options.OrderStatuses[i]) is null)
                faults.Refuse(string.Create(CultureInfo.InvariantCulture, $"OrderStatuses:{i}"), options.OrderStatuses[i], JoorFieldFaults.Statuses);
        }
        foreach (var (code, status) in options.OrderTypeCodes)
        {
            if (!Enum.IsDefined(status) || status == JoorOrderStatus.Unknown)
                faults.Refuse($"OrderTypeCodes:{code}", status, JoorFieldFaults.Statuses);
        }
    }
}
