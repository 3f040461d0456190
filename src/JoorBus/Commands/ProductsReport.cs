using JoorBus.Products.Listing;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Styles for people. Returns the exit code.</summary>
internal static class ProductsReport
{
    public static int WriteStatus(TextWriter output, IReadOnlyList<ProductFigures> figures)
    {
        if (figures.Count == 0)
        {
            output.WriteLine("No connection has styles yet; switch them on with: joorbus products settings CONNECTION --on");
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Connection", "Waiting", "since", "In JOOR", "Refused", "Held", "Skipped", "Last push", "Compared", "differed", "Credits left", "Note");
        foreach (var one in figures)
        {
            table.AddRow(
                Cells.Of(one.Connection), Cells.Of(one.Pending), Cells.Of(one.OldestPending), Cells.Of(one.Pushed), Cells.Of(one.Refused), Cells.Of(one.Held), Cells.Of(one.Skipped), Cells.Of(one.LastPushAt),
                Cells.Of(one.ReconciledAt), Cells.Of(one.Drifted), Cells.Of(one.CreditsLeft), Cells.Of(one.Error ?? (one.IsReconciling ? "is being compared with JOOR" : null)));
        }

        Screen.On(output).Write(table);
        output.WriteLine("Times are UTC.");
        return ExitCode.Done;
    }

    public static int WriteList(TextWriter output, ProductPage page)
    {
        if (page.Rows.Count == 0)
        {
            output.WriteLine("No style matches.");
            return ExitCode.Done;
        }

        var isOneConnection = page.Rows.All(row => row.Connection == page.Rows[0].Connection);
        var table = new Table().Border(TableBorder.Rounded).AddColumns(isOneConnection ? ["Style"] : ["Style", "Connection"]).AddColumns("Number", "Name", "State", "Received", "Pushed", "JOOR id", "Next attempt", "Why");
        foreach (var row in page.Rows)
        {
            IEnumerable<Spectre.Console.Rendering.IRenderable> start = isOneConnection ? [Cells.Of(row.Style)] : [Cells.Of(row.Style), Cells.Of(row.Connection)];
            table.AddRow(
            [
                .. start, Cells.Of(row.StyleNumber), Cells.Of(row.Name), Cells.State(row.State), Cells.Of(row.ChangedAt), Cells.Of(row.PushedAt), Cells.Of(row.JoorStyleId), Cells.Of(row.NextAttemptAt),
                Cells.Of(Why(row)),
            ]);
        }

        Screen.On(output).Write(table);
        output.WriteLine(page.Next is null ? $"{page.Rows.Count} styles. Times are UTC." : $"{page.Rows.Count} styles, and more: --after {page.Next}");
        return ExitCode.Done;
    }

    public static int WriteOne(TextWriter output, ProductDetail detail)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Add("Style", $"{detail.Row?.Style ?? detail.Product?.StyleIdentifier} of {detail.Connection}");
        Add("Number and name", $"{detail.Row?.StyleNumber ?? detail.Product?.StyleNumber}  {detail.Product?.Name}".TrimEnd());
        grid.AddRow(new Text("State"), detail.Row is { } row ? Cells.State(row.State) : new Markup("[yellow]received; not looked at yet[/]"));
        Add("JOOR id", detail.Row?.JoorStyleId);
        Add("Received", detail.Row is { } known ? ShortTime.Of(known.ChangedAt) : null);
        Add("Pushed", detail.Row?.PushedAt is { } pushed ? ShortTime.Of(pushed) : null);
        Add("Colours", detail.Product is { } product ? string.Join(", ", product.Colors.Select(color => $"{color.Code} {color.Name}")) : null);
        Add("Sizes", detail.Product is { } sized ? string.Join(", ", sized.Sizes.Select(size => size.Name)) : null);
        Add("Prices", detail.Product is { } priced ? string.Join(", ", priced.Prices.Select(price => FormattableString.Invariant($"{price.Currency} {price.Label} {price.Wholesale}"))) : null);
        Add("Linesheets", detail.Product is { } shown ? string.Join(", ", shown.Deliveries.Select(delivery => delivery.Name)) : null);
        foreach (var reason in detail.Row?.Reasons ?? [])
            Add("Refused", reason);
        foreach (var held in detail.Row?.Held ?? [])
            Add("Waits for a person", held);
        foreach (var removal in detail.Removals)
            Add("Asked to remove", $"{(removal.ColorCode is { } color ? $"colour {color}" : removal.Size is { } size ? $"size {size}" : "the style")}, {ShortTime.Of(removal.RemovedAt)} {removal.Reason}".TrimEnd());
        Add("Last error", detail.Row?.LastError);
        Screen.On(output).Write(grid);
        output.WriteLine("Times are UTC.");
        return ExitCode.Done;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                grid.AddRow(new Text(name), new Text(value));
        }
    }

    private static string? Why(ProductRow row) => row.Held.Concat(row.Reasons).ToList() switch
    {
        [] => row.LastError,
        [var one] => one,
        [var first, ..] all => $"{first} (and {all.Count - 1} more: joorbus products show)",
    };
}
