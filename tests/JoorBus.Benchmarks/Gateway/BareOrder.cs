using System.Text.Json.Serialization;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>An order as JOOR sends it, field by field.</summary>
public sealed class BareOrder
{
    [JsonPropertyName("order_id")]
    public long OrderId { get; set; }

    [JsonPropertyName("order_type")]
    public string? OrderType { get; set; }

    [JsonPropertyName("order_comments")]
    public string? OrderComments { get; set; }

    [JsonPropertyName("order_internal_comments")]
    public string? OrderInternalComments { get; set; }

    [JsonPropertyName("order_currency")]
    public string? OrderCurrency { get; set; }

    [JsonPropertyName("order_currency_retail")]
    public string? OrderCurrencyRetail { get; set; }

    [JsonPropertyName("order_currency_name")]
    public string? OrderCurrencyName { get; set; }

    [JsonPropertyName("order_source")]
    public string? OrderSource { get; set; }

    [JsonPropertyName("order_season_code")]
    public string? OrderSeasonCode { get; set; }

    [JsonPropertyName("order_type_name")]
    public string? OrderTypeName { get; set; }

    [JsonPropertyName("order_type_code")]
    public string? OrderTypeCode { get; set; }

    [JsonPropertyName("order_event")]
    public string? OrderEvent { get; set; }

    [JsonPropertyName("order_event_code")]
    public string? OrderEventCode { get; set; }

    [JsonPropertyName("order_delivery_name")]
    public string? OrderDeliveryName { get; set; }

    [JsonPropertyName("order_delivery_code")]
    public string? OrderDeliveryCode { get; set; }

    [JsonPropertyName("sales_representative")]
    public string? SalesRepresentative { get; set; }

    [JsonPropertyName("sales_representative_code")]
    public string? SalesRepresentativeCode { get; set; }

    [JsonPropertyName("customer_name")]
    public string? CustomerName { get; set; }

    [JsonPropertyName("customer_code")]
    public string? CustomerCode { get; set; }

    [JsonPropertyName("company_name")]
    public string? CompanyName { get; set; }

    [JsonPropertyName("company_code")]
    public string? CompanyCode { get; set; }

    [JsonPropertyName("customer_group_name")]
    public string? CustomerGroupName { get; set; }

    [JsonPropertyName("customer_group_code")]
    public string? CustomerGroupCode { get; set; }

    [JsonPropertyName("customer_buyer_name")]
    public string? CustomerBuyerName { get; set; }

    [JsonPropertyName("shipping_email")]
    public string? ShippingEmail { get; set; }

    [JsonPropertyName("customer_purchase_order")]
    public string? CustomerPurchaseOrder { get; set; }

    [JsonPropertyName("integration_purchase_order")]
    public string? IntegrationPurchaseOrder { get; set; }

    [JsonPropertyName("shipping_method_name")]
    public string? ShippingMethodName { get; set; }

    [JsonPropertyName("shipping_method_code")]
    public string? ShippingMethodCode { get; set; }

    [JsonPropertyName("payment_method_name")]
    public string? PaymentMethodName { get; set; }

    [JsonPropertyName("payment_method_code")]
    public string? PaymentMethodCode { get; set; }

    [JsonPropertyName("tax_id_label")]
    public string? TaxIdLabel { get; set; }

    [JsonPropertyName("warehouse_name")]
    public string? WarehouseName { get; set; }

    [JsonPropertyName("warehouse_code")]
    public string? WarehouseCode { get; set; }

    [JsonPropertyName("created_by_username")]
    public string? CreatedByUsername { get; set; }

    [JsonPropertyName("created_by_email")]
    public string? CreatedByEmail { get; set; }

    [JsonPropertyName("shipping_name")]
    public string? ShippingName { get; set; }

    [JsonPropertyName("shipping_code")]
    public string? ShippingCode { get; set; }

    [JsonPropertyName("shipping_phone")]
    public string? ShippingPhone { get; set; }

    [JsonPropertyName("shipping_address_1")]
    public string? ShippingAddress1 { get; set; }

    [JsonPropertyName("shipping_address_2")]
    public string? ShippingAddress2 { get; set; }

    [JsonPropertyName("shipping_city")]
    public string? ShippingCity { get; set; }

    [JsonPropertyName("shipping_region")]
    public string? ShippingRegion { get; set; }

    [JsonPropertyName("shipping_postal_code")]
    public string? ShippingPostalCode { get; set; }

    [JsonPropertyName("shipping_country")]
    public string? ShippingCountry { get; set; }

    [JsonPropertyName("shipping_country_iso_three")]
    public string? ShippingCountryIsoThree { get; set; }

    [JsonPropertyName("shipping_country_iso_two")]
    public string? ShippingCountryIsoTwo { get; set; }

    [JsonPropertyName("billing_name")]
    public string? BillingName { get; set; }

    [JsonPropertyName("billing_code")]
    public string? BillingCode { get; set; }

    [JsonPropertyName("billing_phone")]
    public string? BillingPhone { get; set; }

    [JsonPropertyName("billing_address_1")]
    public string? BillingAddress1 { get; set; }

    [JsonPropertyName("billing_address_2")]
    public string? BillingAddress2 { get; set; }

    [JsonPropertyName("billing_city")]
    public string? BillingCity { get; set; }

    [JsonPropertyName("billing_region")]
    public string? BillingRegion { get; set; }

    [JsonPropertyName("billing_postal_code")]
    public string? BillingPostalCode { get; set; }

    [JsonPropertyName("billing_country")]
    public string? BillingCountry { get; set; }

    [JsonPropertyName("billing_country_iso_three")]
    public string? BillingCountryIsoThree { get; set; }

    [JsonPropertyName("billing_country_iso_two")]
    public string? BillingCountryIsoTwo { get; set; }

    [JsonPropertyName("order_discount")]
    public decimal OrderDiscount { get; set; }

    [JsonPropertyName("order_discount_percent")]
    public decimal OrderDiscountPercent { get; set; }

    [JsonPropertyName("order_shipping_total")]
    public decimal OrderShippingTotal { get; set; }

    [JsonPropertyName("order_total")]
    public decimal OrderTotal { get; set; }

    [JsonPropertyName("date_created")]
    public DateTimeOffset? DateCreated { get; set; }

    [JsonPropertyName("date_approved")]
    public DateTimeOffset? DateApproved { get; set; }

    [JsonPropertyName("date_modified")]
    public DateTimeOffset? DateModified { get; set; }

    [JsonPropertyName("date_ship_start")]
    public DateTimeOffset? DateShipStart { get; set; }

    [JsonPropertyName("date_ship_end")]
    public DateTimeOffset? DateShipEnd { get; set; }

    [JsonPropertyName("is_personal_order")]
    public bool IsPersonalOrder { get; set; }

    [JsonPropertyName("order_divisions")]
    public List<BareDivision> OrderDivisions { get; set; } = [];

    [JsonPropertyName("order_doors")]
    public List<BareDoor> OrderDoors { get; set; } = [];

    [JsonPropertyName("line_items")]
    public List<BareLine> LineItems { get; set; } = [];
}
