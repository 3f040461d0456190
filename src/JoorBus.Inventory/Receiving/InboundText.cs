using System.Globalization;
using System.Text;
using JoorBus.Contracts.Inventory;

namespace JoorBus.Inventory.Receiving;

/// <summary>Expected units as <c>2026-12-01=5;2027-01-10=3</c>: days ascending, equal days summed, zeroes left out; null when nothing is expected.</summary>
public static class InboundText
{
    public static string? Write(IReadOnlyList<InboundStock>? inbound)
    {
        if (inbound is null or { Count: 0 })
        {
            return null;
        }

        var text = new StringBuilder();
        var days = inbound.GroupBy(expected => expected.Date).Select(day => (Day: day.Key, Units: day.Sum(expected => expected.Quantity)));
        foreach (var (day, units) in days.Where(day => day.Units > 0).OrderBy(day => day.Day))
        {
            text.Append(text.Length == 0 ? "" : ";").Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}={units}");
        }

        return text.Length == 0 ? null : text.ToString();
    }

    public static IReadOnlyList<InboundStock> Read(string? text) => string.IsNullOrEmpty(text)
        ? []
        : [.. text.Split(';').Select(part => new InboundStock
        {
            Date = DateOnly.ParseExact(part.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Quantity = int.Parse(part.AsSpan(11), CultureInfo.InvariantCulture),
        })];
}
