using System.Globalization;

namespace JoorBus.Simulators.Servers;

/// <summary>What Linux says about a process under <c>/proc</c>; empty when the process is gone.</summary>
internal static class ProcFile
{
    private const char EndOfEntry = '\0';

    public static string[] CommandLine(int processId) => Entries(processId, "cmdline");

    public static string[] Environment(int processId) => Entries(processId, "environ");

    /// <summary>A process that ended but was not collected by its parent counts as gone.</summary>
    public static bool IsAlive(int processId) => Stat(processId) is { Length: > 0 } stat && stat[0] is not ("Z" or "X");

    /// <summary>The fields of <c>stat</c> after the name, which may hold blanks: state, parent, and so on (proc(5)).</summary>
    public static string[] Stat(int processId)
    {
        var text = Read(processId, "stat");
        return text.Length == 0 ? [] : text[(text.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static string[] Entries(int processId, string file) =>
        Read(processId, file).Split(EndOfEntry, StringSplitOptions.RemoveEmptyEntries);

    private static string Read(int processId, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/{file}"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
