using System.Globalization;
using JoorBus.Http;
using JoorBus.Orders.Listing;
using JoorBus.Orders.Recording;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>One order: where it stands, and its timeline.</summary>
internal static class OrderReport
{
    public static void Write(TextWriter output, OrderDetail detail)
    {
        var screen = Screen.On(output);
        screen.Write(Summary(detail.Order, detail.Facts));
        screen.Write(Timeline(detail.Timeline));
        output.WriteLine("Times are UTC.");
    }

    private static Grid Summary(OrderRow order, OrderFacts? facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        grid.AddRow(new Text("JOOR order"), new Text($"{order.JoorOrderId} of {order.Connection}"));
        grid.AddRow(new Text("State"), OrdersReport.State(order.State));
        Add("Order id", order.OrderId.ToString());
        Add("Purchase order", order.PurchaseOrder);
        Add("Customer", order.CustomerName ?? order.CustomerCode);
        Add("Total", order.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $"{total:0.00} {order.Currency}") : null);
        Add("Revision", string.Create(CultureInfo.InvariantCulture, $"{order.Revision}, seen {ShortTime.Of(order.SeenAt)}, {(order.IsExportMarked ? "export-marked in JOOR" : "not yet export-marked in JOOR")}"));
        if (facts is not null)
        {
            Add("Sent to the WMS", string.Create(CultureInfo.InvariantCulture, $"revision {facts.SentRevision}, {ShortTime.Of(facts.SentAt)}"));
            Add("Held by the WMS", facts.AcceptedRevision == 0 ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"revision {facts.AcceptedRevision}"));
            Add("Waits to be sent", facts.WaitingRevision is { } waiting ? string.Create(CultureInfo.InvariantCulture, $"revision {waiting}, until the WMS answers or a person acts") : null);
            Add("WMS order", facts.WmsOrderId);
            Add("Shipped", facts.ShippedAt is { } shipped ? $"{ShortTime.Of(shipped)} {facts.Carrier} {facts.TrackingNumber}".TrimEnd() : null);
            Add("No answer since", facts.SilentSince is { } since ? $"{ShortTime.Of(since)}; check that the WMS consumes queue wms-orders" : null);
        }

        Add("Reason", order.Reason);
        return grid;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                grid.AddRow(new Text(name), new Text(value));
            }
        }
    }

    private static Table Timeline(IReadOnlyList<OrderStep> steps)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Time", "Step", "Detail", "Message id");
        foreach (var step in steps)
        {
            table.AddRow(
                new Text(step.At.UtcDateTime.ToString("MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)),
                new Text(step.Kind),
                new Text(step.Detail ?? ""),
                new Text(step.MessageId?.ToString() ?? ""));
        }

        return table;
    }
}
