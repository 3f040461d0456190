using System.Globalization;
using JoorBus.Orders.Listing;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Orders as a table.</summary>
internal static class OrdersReport
{
    public static void WriteList(TextWriter output, IReadOnlyList<OrderRow> orders)
    {
        if (orders.Count == 0)
        {
            output.WriteLine("No order matches.");
            return;
        }

        var isOneConnection = orders.All(order => order.Connection == orders[0].Connection);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("JOOR order");
        if (!isOneConnection)
        {
            table.AddColumn("Connection");
        }

        table.AddColumns("PO", "Customer", "Total", "Rev", "State", "WMS order", "Seen", "Reason");
        foreach (var order in orders)
        {
            var start = isOneConnection ? new[] { Cell(order.JoorOrderId) } : [Cell(order.JoorOrderId), Cell(order.Connection)];
            table.AddRow(
            [
                .. start,
                Cell(order.PurchaseOrder),
                Cell(order.CustomerName ?? order.CustomerCode),
                Cell(order.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $"{total:0.00} {order.Currency}") : null),
                Cell(order.Revision.ToString(CultureInfo.InvariantCulture)),
                State(order.State),
                Cell(order.WmsOrderId),
                Cell(ShortTime.Of(order.SeenAt)),
                Cell(order.Reason),
            ]);
        }

        Screen.On(output).Write(table);
        output.WriteLine(orders.Count == 1 ? "1 order." : $"{orders.Count} orders.");
    }

    public static Markup State(string state) => new($"[{ColourOf(state)}]{Markup.Escape(state)}[/]");

    private static Text Cell(string? text) => new(text ?? "");

    private static string ColourOf(string state) => state switch
    {
        "Accepted" or "Shipped" => "green",
        "Held" or "Unreadable" => "red",
        "Cancelled" or "Ignored" => "grey",
        _ => "yellow",
    };
}
