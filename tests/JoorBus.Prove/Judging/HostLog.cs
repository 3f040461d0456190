using System.Globalization;
using System.Text.RegularExpressions;

namespace JoorBus.Prove.Judging;

/// <summary>What the hosts' logs tell of the work after a death.</summary>
/// <param name="Swept">Messages that the sweeper delivered.</param>
/// <param name="Recognised">Deliveries that the inbox recognised.</param>
internal sealed partial record HostLog(int Swept, int Recognised)
{
    public static HostLog Read(IEnumerable<string> lines)
    {
        var (swept, recognised) = (0, 0);
        foreach (var line in lines)
        {
            if (SweptLine().Match(line) is { Success: true } match)
                swept += int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            else if (line.Contains(" message.repeated ", StringComparison.Ordinal))
                recognised++;
        }

        return new HostLog(swept, recognised);
    }

    [GeneratedRegex(@" outbox\.swept (\d+)")]
    private static partial Regex SweptLine();
}
