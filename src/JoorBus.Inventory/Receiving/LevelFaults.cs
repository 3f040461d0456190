using System.Globalization;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Receiving;

/// <summary>What is wrong with levels, in sentences for the one who sends them.</summary>
internal static class LevelFaults
{
    public const int MostLevels = 10_000;
    public const int MostUnits = 100_000_000;
    public const int MostCharactersOfWarehouse = 100;
    private const int MostInbound = 1000;
    private const long MostExpected = 2_000_000_000;
    private static readonly DateTimeOffset Oldest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first fault of the message, or null.</summary>
    public static string? Of(InventoryChanged message, DateTimeOffset now)
    {
        if (message.Levels is not { Count: > 0 })
        {
            return "it has no levels; send 1 to 10,000";
        }

        if (message.Levels.Count > MostLevels)
        {
            return Sentence($"it has {message.Levels.Count:N0} levels; send 1 to 10,000 in one message");
        }

        if (message.SnapshotId is { } snapshot && SnapshotFault(snapshot) is { } wrong)
        {
            return wrong;
        }

        for (var i = 0; i < message.Levels.Count; i++)
        {
            if (Of(message.Levels[i], now) is { } fault)
            {
                return $"{NameOf(message.Levels[i], i)} {fault}";
            }
        }

        return null;
    }

    public static string? SnapshotFault(string? snapshot) =>
        snapshot is { Length: > 0 and <= 100 } && !snapshot.Contains('\0', StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(snapshot)
            ? null
            : "its snapshotId is empty, unprintable or longer than 100 characters";

    /// <summary>The first fault of a level's numbers and times, or null.</summary>
    public static string? Of(in ToldStock told, DateTimeOffset now) =>
        OutOf("on hand", told.OnHand, 0)
        ?? OutOf("allocated", told.Allocated, 0)
        ?? OutOf("available to sell", told.Available, -MostUnits)
        ?? InboundFault(told.Inbound)
        ?? (told is { OnHand: null, Available: null, Inbound: null or { Count: 0 }, MadeToOrder: not true }
            ? "tells no stock; give onHand, availableToSell, inbound or madeToOrder"
            : null)
        ?? TimeFault(told, now);

    private static string? Of(InventoryLevel? level, DateTimeOffset now)
    {
        if (level?.Item is null)
        {
            return "has no item";
        }

        return TextFaults.Of("warehouse", level.Warehouse, MostCharactersOfWarehouse, isRequired: true)
            ?? IdentityFaults.Of(level.Item)
            ?? Of(ToldStock.Of(level), now);
    }

    private static string? OutOf(string what, int? units, int least) => units is null || (units >= least && units <= MostUnits)
        ? null
        : Sentence($"has {units:N0} units {what}; allowed is {least:N0} to {MostUnits:N0}");

    private static string? InboundFault(IReadOnlyList<InboundStock>? inbound)
    {
        if (inbound is null or { Count: 0 })
        {
            return null;
        }

        if (inbound.Count > MostInbound)
        {
            return Sentence($"has {inbound.Count:N0} inbound entries; allowed is {MostInbound:N0}");
        }

        long total = 0;
        foreach (var expected in inbound)
        {
            if (expected is null)
            {
                return "has an inbound entry that is null";
            }

            if (expected.Date.Year is < 2000 or > 2100)
            {
                return Sentence($"has inbound of {expected.Date:yyyy-MM-dd}; allowed are the years 2000 to 2100");
            }

            if (OutOf(Sentence($"inbound on {expected.Date:yyyy-MM-dd}"), expected.Quantity, 0) is { } fault)
            {
                return fault;
            }

            total += expected.Quantity;
        }

        return total > MostExpected ? Sentence($"has {total:N0} units inbound in all; allowed is {MostExpected:N0}") : null;
    }

    private static string? TimeFault(in ToldStock told, DateTimeOffset now) => told switch
    {
        { Sequence: null, AsOf: null } => "has neither sequence nor asOf, so it cannot be told whether it is newer than what is stored; give one of the two",
        { Sequence: < 0 } => Sentence($"has sequence {told.Sequence}; it counts from 0"),
        { AsOf: { } asOf } when asOf < Oldest => Sentence($"is as of {asOf:yyyy-MM-dd}; allowed is the year 2000 or later"),
        { AsOf: { } asOf } when asOf > now.AddDays(1) => Sentence($"is as of {asOf.UtcDateTime:yyyy-MM-dd HH:mm}Z, more than a day in the future; check the sender's clock"),
        _ => null,
    };

    private static string NameOf(InventoryLevel? level, int index) => level?.Item is { } item
        ? Sentence($"level {index + 1} (item '{ItemKey.Of(item)}', warehouse '{level.Warehouse}')").Replace("\0", "\\0", StringComparison.Ordinal)
        : Sentence($"level {index + 1}");

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
