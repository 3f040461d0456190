using System.Text.Json.Nodes;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>orders/bulk_create and orders/bulk_update.</summary>
internal static class V4OrderWriting
{
    public static V4Result Create(JoorCall call, JsonObject element)
    {
        if (element.Text("status") is not { } status || !V4OrderStatus.IsKnown(status))
            return V4Result.Invalid($"`status` must be one of {V4OrderStatus.Names}");
        if (V4OrderReferences.Customer(call, element) is not { } customer)
            return V4Result.NotFound("Customer not found");
        if (element.Text("price_type_id") is null && element.Text("price_type_name") is null)
            return V4Result.Invalid("`price_type_id` or `price_type_name` is required");
        if (element.Text("collection_id") is null && element.Text("collection_code") is null)
            return V4Result.Invalid("`collection_id` or `collection_code` is required");
        var order = new JoorOrder
        {
            JoorOrderId = call.Account.Orders.NextId(),
            Status = V4OrderStatus.Of(status),
            Customer = customer,
            Source = "API",
            CreatedAt = call.Now,
        };
        return Decide(call, element, order, status, (content, isInProgress) => call.Account.Orders.Create(content, isInProgress));
    }

    public static V4Result Update(JoorCall call, JsonObject element)
    {
        var id = element.Text("id");
        if (id is null || call.Account.Orders.FindStored(id) is not { Order: { } order } stored)
            return V4Result.NotFound($"Order id `{id}` not found");
        var status = element.Text("status") ?? V4OrderStatus.Of(stored);
        if (!V4OrderStatus.IsKnown(status))
            return V4Result.Invalid($"`status` must be one of {V4OrderStatus.Names}");
        if (status == V4OrderStatus.InProgress && !stored.IsInProgress)
            return V4Result.Invalid("An order cannot go back to IN_PROGRESS");
        return Decide(call, element, order, status, (content, isInProgress) =>
        {
            if (V4OrderFields.HasContent(element))
                call.Account.Orders.Replace(stored, content, isInProgress);
            return stored;
        });
    }

    private static V4Result Decide(JoorCall call, JsonObject element, JoorOrder order, string status, Func<JoorOrder, bool, StoredOrder> store)
    {
        if (element.Text("export_status") is { } mark && mark is not ("SUCCESS" or "FAILED" or "UNDEFINED"))
            return V4Result.Invalid("`export_status` must be one of SUCCESS, FAILED, UNDEFINED");
        if (V4OrderReferences.Apply(call, element, ref order) is { } fault)
            return fault;
        order = V4OrderFields.Apply(order, element) with { Status = V4OrderStatus.Of(status) };
        if (order.ShipStart > order.ShipEnd)
            return V4Result.Invalid("Shipping date must be before completed date");
        if (status is not (V4OrderStatus.InProgress or "CANCELLED") && (order.Customer.ShipTo is null || order.Customer.SoldTo is null || order.PaymentMethod is null))
            return V4Result.Invalid($"Shipping address, billing address and payment method are required for {status}");
        if (order.Status == JoorOrderStatus.Approved)
            order = order with { ApprovedAt = order.ApprovedAt ?? call.Now };
        var stored = store(Totals.Of(order), status == V4OrderStatus.InProgress);
        V4OrderFields.Keep(stored, element);
        call.Account.Orders.MarkThroughV4(stored, element.Text("export_status"), call.Request.Number);
        return V4Result.Accepted(V4OrderJson.Of(stored, call.Account));
    }
}
