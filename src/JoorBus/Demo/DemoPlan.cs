using JoorBus.Messaging;
using JoorBus.Simulators.Joor;

namespace JoorBus.Demo;

/// <summary>What a demo shall show.</summary>
internal sealed record DemoPlan
{
    private const int StylesAtMost = 16;
    private const int NewStyles = 4;

    // Through v4 styles are read with every SKU and price before they change for the first time, which few credits must do.
    private const int SkusPerStyle = 12;
    private const int Colors = 3;

    public required int Orders { get; init; }

    /// <summary>Levels that change in the warehouse.</summary>
    public required int StockChanges { get; init; }

    /// <summary>Items whose stock changes.</summary>
    public required int Items { get; init; }

    /// <summary>Changes of styles.</summary>
    public required int ProductChanges { get; init; }

    public required BusTransport Transport { get; init; }

    public required bool EndsAtRest { get; init; }

    public required bool Json { get; init; }

    public required bool Verbose { get; init; }

    public required string Folder { get; init; }

    /// <summary>Servers that are there, instead of private ones; what an earlier demo left in them is thrown away. Null starts private ones.</summary>
    public DemoServers? Servers { get; init; }

    public required string Urls { get; init; }

    /// <summary>Every tenth order is amended after it was imported.</summary>
    public int Amended => Orders / 10;

    /// <summary>Every twentieth order is cancelled after it was imported.</summary>
    public int Cancelled => Orders / 20;

    /// <summary>What each account of JOOR begins with.</summary>
    public JoorCatalogSeed Catalog => Seed(Math.Max(1, (Items + SkusPerStyle - 1) / SkusPerStyle));

    /// <summary>The catalog with the styles that JOOR does not have yet.</summary>
    public JoorCatalogSeed Range => Seed(Catalog.Styles + NewStyles);

    /// <summary>Styles among which the changes are, the last ones new to JOOR.</summary>
    public int Styles => Math.Min(Catalog.Styles, StylesAtMost) + NewStyles;

    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    private static JoorCatalogSeed Seed(int styles) => new() { Styles = styles, Colors = Colors, Sizes = SkusPerStyle / Colors };
}
