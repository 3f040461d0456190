using System.Globalization;
using System.Text.Json;
using JoorBus.Simulators.Wms;
using Spectre.Console;

namespace JoorBus.Demo;

/// <summary>What a person sees of a demo.</summary>
internal static class DemoReport
{
    private const int Shown = 20;
    private const int JoorCredits = 300;

    public static string Progress(IReadOnlyList<DemoTraffic> traffic, DemoWarehouse warehouse, DemoState state) =>
        string.Create(CultureInfo.InvariantCulture, $"orders: JOOR {traffic.Sum(brand => brand.Added)}, {traffic.Sum(brand => brand.Amended)} amended, {traffic.Sum(brand => brand.Cancelled)} cancelled → WMS {state.Wms.OrdersCreated} created; awaiting {state.Open}, accepted {Count(state, "Accepted")}, shipped {Count(state, "Shipped")}, cancelled {Count(state, "Cancelled")}, held {Count(state, "Held")}")
        + string.Create(CultureInfo.InvariantCulture, $" | stock: WMS {warehouse.LevelsTold} told → JOOR {state.Flows.Where(flow => flow.Flow == "stock").Sum(flow => flow.InJoor)} of {state.Stock.Places} right, {state.Work.Stock} waiting")
        + string.Create(CultureInfo.InvariantCulture, $" | products: {warehouse.StylesTold} told → JOOR {state.Flows.Where(flow => flow.Flow == "products").Sum(flow => flow.InJoor)} of {state.Products.Styles} right, {state.Work.Products} waiting");

    /// <summary>What is waited for while nothing moves.</summary>
    public static string Waiting(DemoState state, DateTimeOffset now) =>
        "… JOOR's credits: " + string.Join(", ", DemoBrand.All.Zip(state.Credits, (brand, window) => window is null || window.EndsAt <= now
            ? $"{brand.Connection} all {JoorCredits} left"
            : string.Create(CultureInfo.InvariantCulture, $"{brand.Connection} {JoorCredits - window.Spent} left, new ones in {(window.EndsAt - now).TotalSeconds:0} s")));

    public static void Write(IAnsiConsole screen, DemoPlan plan, DemoState state, TimeSpan took)
    {
        if (plan.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                clean = state.IsGood,
                seconds = Math.Round(took.TotalSeconds, 1),
                summary = Summary(state),
                state.Brands,
                state.Flows,
                state.Work.Sagas,
                state.Work.Outbox,
                state.Open,
                state.Work.Unmarked,
                state.Overspent,
            }));
            return;
        }

        screen.Write(Brands(state));
        screen.Write(Flows(state, "stock"));
        screen.Write(Flows(state, "products"));
        screen.Write(Work(state));
        Show(screen, "lost", state.Comparison.Lost);
        Show(screen, "doubled", state.Comparison.Doubled);
        Show(screen, "stale", [.. state.Comparison.Stale, .. state.Stock.Stale, .. state.Products.Stale]);
        Show(screen, "wrong", [.. state.Comparison.Wrong, .. state.Stock.Wrong, .. state.Products.Wrong]);
        Show(screen, "missing", [.. state.Stock.Missing, .. state.Products.Missing]);
        Show(screen, "left over", [.. state.Comparison.LeftOver, .. state.Stock.Extra, .. state.Products.Extra]);
        // One plain line, whatever the width of the terminal.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(state.IsGood ? "clean" : "NOT clean")} after {took.TotalSeconds:0.0} s: {Summary(state)}"));
    }

    private static string Summary(DemoState state) => $"{state.Comparison.Summary} | {state.Stock.Summary} | {state.Products.Summary}";

    private static Table Brands(DemoState state)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Brand", "JOOR", "Exported", "WMS", "Shipped", "Gone", "Asked", "Clean");
        foreach (var brand in state.Brands)
        {
            table.AddRow(
                brand.Connection, Number(brand.Orders), Number(brand.Exported), Number(brand.InWms), Number(brand.Shipped), Number(brand.Cancelled), Number(brand.Requests),
                Answer(brand.IsClean));
        }

        return table;
    }

    private static Table Flows(DemoState state, string which)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Brand", which == "stock" ? "Stock" : "Styles", "In JOOR", "Pushed", "Refused", "Asked", "Credits", "429");
        foreach (var flow in state.Flows.Where(flow => flow.Flow == which))
        {
            table.AddRow(
                flow.Connection, Number(flow.Items), flow.IsClean ? Number(flow.InJoor) : $"{Number(flow.InJoor)} !", Number(flow.Taken), Number(flow.Refused), Number(flow.Requests), Number(flow.Credits), Number(flow.Beyond));
        }

        return table;
    }

    private static Table Work(DemoState state)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("What", "Number");
        foreach (var (name, count) in state.Work.Sagas.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.AddRow($"saga {name}", Number(count));
        }

        table.AddRow("commands the WMS saw", Number(state.Wms.CommandsSeen));
        table.AddRow("… of these repetitions without effect", Number(state.Wms.CommandsRepeated));
        table.AddRow("WMS orders accepted", Number(state.Wms.CountOf(WmsOrderStatus.Accepted)));
        table.AddRow("waiting in the outbox", Number(state.Work.Outbox));
        table.AddRow("orders not yet marked as exported in JOOR", Number(state.Work.Unmarked));
        table.AddRow("numbers of stock that wait", Number(state.Work.Stock));
        table.AddRow("styles that wait", Number(state.Work.Products));
        table.AddRow("requests beyond JOOR's credits", Number(state.Overspent));
        return table;
    }

    private static int Count(DemoState state, string saga) => state.Work.Sagas.GetValueOrDefault(saga);

    private static string Answer(bool isClean) => isClean ? "yes" : "NO";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Show(IAnsiConsole screen, string what, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            screen.WriteLine($"{what}: {string.Join(", ", names.Take(Shown))}{(names.Count > Shown ? " …" : "")}");
        }
    }
}
