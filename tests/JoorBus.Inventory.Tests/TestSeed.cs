using System.Globalization;

namespace JoorBus.Inventory.Tests;

/// <summary>A new seed in each run; the variable JOORBUS_TEST_SEED repeats an earlier one.</summary>
internal static class TestSeed
{
    public static int Next() =>
        Environment.GetEnvironmentVariable("JOORBUS_TEST_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next(1_000_000_000);
}
