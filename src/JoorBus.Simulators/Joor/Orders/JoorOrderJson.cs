using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>An order in v2's field names and types: every key present, "" for what is empty, microseconds with offset, ids as numbers.</summary>
internal static class JoorOrderJson
{
    public static byte[] Of(StoredOrder stored, JoorSimulatorOptions options)
    {
        if (stored.Order is null)
            return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(stored.Json).Replace("{date_modified}", Time(stored.ModifiedAt), StringComparison.Ordinal));
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, stored.Order, options);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JoorOrder order, JoorSimulatorOptions options)
    {
        json.WriteStartObject();
        json.Id("order_id", order.JoorOrderId);
        json.Text("order_type", TypeCode(order.Status, options));
        json.Text("order_comments", order.Comments);
        json.Text("order_internal_comments", order.InternalComments);
        json.Text("order_currency", order.Currency);
        json.Text("order_currency_retail", order.RetailCurrency);
        json.Text("order_currency_name", order.PriceLabel);
        json.WriteNumber("order_discount", order.Discount);
        json.WriteNumber("order_discount_percent", order.DiscountPercent);
        json.WriteNumber("order_shipping_total", order.ShippingTotal);
        json.WriteNumber("order_total", order.Total);
        json.Text("order_source", order.Source);
        json.Text("order_season_code", order.Season?.Code);
        json.Coded("order_type", order.Type);
        json.Text("order_event", order.Event?.Name);
        json.Text("order_event_code", order.Event?.Code);
        json.Coded("order_delivery", order.Delivery);
        json.Text("date_created", Time(order.CreatedAt));
        json.Text("date_approved", Time(order.ApprovedAt));
        json.Text("date_modified", Time(order.ModifiedAt));
        json.Text("date_ship_start", Day(order.ShipStart));
        json.Text("date_ship_end", Day(order.ShipEnd));
        json.Text("sales_representative", order.SalesRepresentative?.Name);
        json.Text("sales_representative_code", order.SalesRepresentative?.Code);
        WriteCustomer(json, order.Customer);
        json.Text("customer_purchase_order", order.CustomerPurchaseOrder);
        json.Text("integration_purchase_order", order.IntegrationPurchaseOrder);
        json.Coded("shipping_method", order.ShippingMethod);
        json.Coded("payment_method", order.PaymentMethod);
        json.Text("tax_id_label", order.TaxIdLabel);
        json.Coded("warehouse", order.Warehouse);
        json.Text("created_by_username", order.CreatedByUsername);
        json.Text("created_by_email", order.CreatedByEmail);
        json.WriteBoolean("is_personal_order", order.IsPersonalOrder);
        json.List("order_divisions", order.Divisions, division => json.Coded("division", division));
        json.List("order_doors", order.Doors, door => WriteDoor(json, door));
        json.List("line_items", order.Lines, line => JoorOrderLineJson.Write(json, line));
        json.WriteEndObject();
    }

    private static void WriteCustomer(Utf8JsonWriter json, JoorCustomer customer)
    {
        json.Coded("customer", new Coded { Code = customer.Code, Name = customer.Name });
        json.Coded("company", customer.Company);
        json.Coded("customer_group", customer.Group);
        json.Text("customer_buyer_name", customer.BuyerName);
        json.Text("shipping_email", customer.ShipTo?.Email);
        WriteAddress(json, "shipping", customer.ShipTo);
        WriteAddress(json, "billing", customer.SoldTo);
    }

    private static void WriteAddress(Utf8JsonWriter json, string prefix, Address? address)
    {
        json.Coded(prefix, new Coded { Code = address?.Code, Name = address?.Name });
        json.Text($"{prefix}_phone", address?.Phone);
        json.Text($"{prefix}_address_1", address?.Line1);
        json.Text($"{prefix}_address_2", address?.Line2);
        json.Text($"{prefix}_city", address?.City);
        json.Text($"{prefix}_region", address?.Region);
        json.Text($"{prefix}_postal_code", address?.PostalCode);
        json.Text($"{prefix}_country", address?.Country);
        json.Text($"{prefix}_country_iso_three", address?.CountryIso3);
        json.Text($"{prefix}_country_iso_two", address?.CountryIso2);
    }

    private static void WriteDoor(Utf8JsonWriter json, JoorDoor door)
    {
        json.Id("door_id", door.DoorId);
        json.Text("door_name", door.Name);
        json.WriteString("door_code", door.Code);
        json.WriteBoolean("door_deleted", door.IsDeleted);
    }

    private static string TypeCode(JoorOrderStatus status, JoorSimulatorOptions options) => status switch
    {
        JoorOrderStatus.Notes => options.NotesTypeCode,
        JoorOrderStatus.Pending => options.PendingTypeCode,
        JoorOrderStatus.Approved => options.ApprovedTypeCode,
        JoorOrderStatus.Shipped => options.ShippedTypeCode,
        JoorOrderStatus.Cancelled => options.CancelledTypeCode,
        _ => "99",
    };

    private static string Time(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
