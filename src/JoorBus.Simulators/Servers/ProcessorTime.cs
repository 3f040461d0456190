using System.Globalization;

namespace JoorBus.Simulators.Servers;

/// <summary>Processor time a process and all that it started have used, ended children included.</summary>
public static class ProcessorTime
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;
    private const int Parent = 1;
    private const int FirstOfFourTimes = 11;

    public static TimeSpan OfTree(int processId)
    {
        var ticks = 0L;
        var all = Processes();
        var open = new Stack<int>([processId]);
        while (open.TryPop(out var next))
        {
            ticks += ProcFile.Stat(next).Skip(FirstOfFourTimes).Take(4).Sum(time => long.Parse(time, CultureInfo.InvariantCulture));
            foreach (var child in all[next])
                open.Push(child);
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static ILookup<int, int> Processes() =>
        Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Stat: ProcFile.Stat(id)))
            .Where(process => process.Stat.Length > FirstOfFourTimes)
            .ToLookup(process => int.Parse(process.Stat[Parent], CultureInfo.InvariantCulture), process => process.Id);
}
