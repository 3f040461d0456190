using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

internal static class OrderQueryReader
{
    /// <summary>Reads the documented parameters; unknown ones are ignored. False with a sentence when one has no meaning.</summary>
    public static bool TryRead(string? orderId, IQueryCollection query, int pageSize, [NotNullWhen(true)] out OrderQuery? result, out string fault)
    {
        result = null;
        orderId ??= Text(query, "order_id");
        if (!TryNumber(query, "sync", 0, 1, 1, out var sync, out fault)
            || !TryNumber(query, "order_type", 1, 8, 2, out var type, out fault)
            || !TryNumber(query, "export_status", 1, 7, sync == 1 ? 2 : 1, out var export, out fault)
            || !TryNumber(query, "check", 0, 3, sync, out var check, out fault)
            || !TryNumber(query, "start_from", 0, int.MaxValue, 0, out var start, out fault)
            || !TryNumber(query, "count", 1, int.MaxValue, pageSize, out var count, out fault)
            || !TryDate(query, "date_start", out var from, out fault)
            || !TryDate(query, "date_end", out var to, out fault))
        {
            return false;
        }
        if (from is null != to is null)
        {
            fault = "date_start and date_end are required together";
            return false;
        }
        result = new OrderQuery
        {
            OrderId = orderId,
            OrderType = orderId is not null && Text(query, "order_type") is null ? null : type,
            ExportStatus = export,
            IsSync = sync == 1,
            ChecksRequiredFields = check is 1 or 3,
            ChecksDeletedStyles = check is 2 or 3,
            From = from ?? DateTimeOffset.MinValue,
            To = to ?? DateTimeOffset.MaxValue,
            CustomerCode = Text(query, "customer_code"),
            CustomerGroup = Text(query, "customer_group_name"),
            StartFrom = start,
            Count = count,
        };
        return true;
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static bool TryNumber(IQueryCollection query, string name, int least, int most, int missing, out int value, out string fault)
    {
        fault = "";
        value = missing;
        if (Text(query, name) is not { } text)
            return true;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            return true;
        fault = $"{name} '{text}' is not a number from {least} to {most}";
        return false;
    }

    private static bool TryDate(IQueryCollection query, string name, out DateTimeOffset? value, out string fault)
    {
        fault = "";
        value = null;
        if (Text(query, name) is not { } text)
            return true;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            value = date;
            return true;
        }
        fault = $"{name} '{text}' is not an ISO 8601 time";
        return false;
    }
}
