using System.Globalization;
using System.Runtime.CompilerServices;

namespace JoorBus.TestKit;

public static class TestDatabase
{
    private const int LongestName = 63;
    private static int _created;

    /// <summary>A fresh, empty database on the shared PostgreSQL, named after the calling file; returns its connection string.</summary>
    public static async Task<string> CreateAsync([CallerFilePath] string caller = "")
    {
        var postgres = await TestServers.PostgresAsync();
        return await postgres.CreateAsync(NameAfter(caller, Interlocked.Increment(ref _created)));
    }

    internal static string NameAfter(string caller, int number)
    {
        var name = Path.GetFileNameWithoutExtension(caller).ToLowerInvariant();
        var suffix = string.Create(CultureInfo.InvariantCulture, $"_{number}");
        return name[..Math.Min(name.Length, LongestName - suffix.Length)] + suffix;
    }
}
