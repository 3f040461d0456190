using System.Globalization;
using System.Text.Json;
using JoorBus.Simulators.Wms;
using Spectre.Console;

namespace JoorBus.Demo;

/// <summary>What a person sees of a demo.</summary>
internal static class DemoReport
{
    public static string Progress(IReadOnlyList<DemoTraffic> traffic, DemoState state) => string.Create(
        CultureInfo.InvariantCulture,
        $"JOOR {traffic.Sum(brand => brand.Added)} orders, {traffic.Sum(brand => brand.Amended)} amended, {traffic.Sum(brand => brand.Cancelled)} cancelled → WMS {state.Wms.OrdersCreated} created; awaiting {state.Open}, accepted {Count(state, "Accepted")}, shipped {Count(state, "Shipped")}, cancelled {Count(state, "Cancelled")}, held {Count(state, "Held")}");

    public static void Write(IAnsiConsole screen, DemoPlan plan, DemoState state, TimeSpan took)
    {
        if (plan.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { clean = state.IsAtEnd, seconds = Math.Round(took.TotalSeconds, 1), summary = state.Comparison.Summary, state.Brands, state.Sagas, state.Outbox, state.Open, state.Unmarked, state.Overspent }));
            return;
        }

        var brands = new Table().Border(TableBorder.Rounded).AddColumns("Brand", "JOOR", "Exported", "WMS", "Shipped", "Gone", "Asked", "Clean");
        foreach (var brand in state.Brands)
        {
            brands.AddRow(
                brand.Connection, Number(brand.Orders), Number(brand.Exported), Number(brand.InWms), Number(brand.Shipped), Number(brand.Cancelled), Number(brand.Requests),
                brand.IsClean ? "yes" : "NO");
        }

        screen.Write(brands);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("What", "Orders");
        foreach (var (name, count) in state.Sagas.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.AddRow($"saga {name}", Number(count));
        }

        table.AddRow("commands the WMS saw", Number(state.Wms.CommandsSeen));
        table.AddRow("… of these repetitions without effect", Number(state.Wms.CommandsRepeated));
        table.AddRow("WMS orders accepted", Number(state.Wms.CountOf(WmsOrderStatus.Accepted)));
        table.AddRow("waiting in the outbox", Number(state.Outbox));
        table.AddRow("not yet marked as exported in JOOR", Number(state.Unmarked));
        table.AddRow("requests beyond JOOR's credits", Number(state.Overspent));
        screen.Write(table);
        Show(screen, "lost", state.Comparison.Lost);
        Show(screen, "doubled", state.Comparison.Doubled);
        Show(screen, "stale", state.Comparison.Stale);
        Show(screen, "wrong", state.Comparison.Wrong);
        Show(screen, "left over", state.Comparison.LeftOver);
        // One plain line, whatever the width of the terminal.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(state.IsAtEnd ? "clean" : "NOT clean")} after {took.TotalSeconds:0.0} s: {state.Comparison.Summary}"));
    }

    private static int Count(DemoState state, string saga) => state.Sagas.GetValueOrDefault(saga);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Show(IAnsiConsole screen, string what, IReadOnlyList<string> orders)
    {
        if (orders.Count > 0)
        {
            screen.WriteLine($"{what}: {string.Join(", ", orders.Take(20))}{(orders.Count > 20 ? " …" : "")}");
        }
    }
}
