namespace JoorBus.Joor;

/// <summary>A customer on the wire.</summary>
internal static class JoorCustomerShape
{
    public static JoorElement<JoorCustomerAccount> Element { get; } = new("connections", "connection", ["customer_account_id", "customer_code", "customer_name"], Read);

    private static JoorCustomerAccount Read(JoorFields fields) => new()
    {
        AccountId = fields.Text("customer_account_id"),
        Code = fields.Text("customer_code"),
        Name = fields.Text("customer_name"),
        Alias = fields.Text("customer_alias"),
        Email = fields.Text("customer_email"),
        ContactName = fields.Text("customer_contact_name"),
        ContactEmail = fields.Text("customer_contact_email"),
        BuyerName = fields.Text("customer_buyer_name"),
        CompanyNumberName = fields.Text("company_number_name"),
        CompanyNumberCode = fields.Text("company_number_code"),
        GroupName = fields.Text("customer_group_name"),
        GroupCode = fields.Text("customer_group_code"),
        SalesRepCode = fields.Text("sales_rep_code"),
        Warehouses = fields.List("warehouses", "warehouse", (warehouse, _) =>
            new JoorCustomerWarehouse { Name = warehouse.Text("warehouse_name"), Code = warehouse.Text("warehouse_code") }),
        BillingAddresses = Addresses(fields, "billing"),
        ShippingAddresses = Addresses(fields, "shipping"),
        PriceTypes = fields.List("price_types", "price_type", (type, _) => new JoorCustomerPriceType
        {
            Label = type.Text("price_type_label"),
            Currency = type.Text("price_type_currency_code"),
            RetailCurrency = type.Text("price_type_retail_currency_code"),
        }),
    };

    private static IReadOnlyList<JoorCustomerAddress> Addresses(JoorFields fields, string kind) =>
        fields.Inside(kind).List($"{kind}_addresses", $"{kind}_address", (address, _) => new JoorCustomerAddress
        {
            Id = address.Text($"{kind}_address_id"),
            Code = address.Text($"{kind}_code"),
            Name = address.Text($"{kind}_name"),
            Phone = address.Text($"{kind}_phone"),
            Email = address.Text($"{kind}_email"),
            Line1 = address.Text($"{kind}_address_1"),
            Line2 = address.Text($"{kind}_address_2"),
            City = address.Text($"{kind}_city"),
            State = address.TextOfAny($"{kind}_state", $"{kind}_region"),
            PostalCode = address.Text($"{kind}_postal_code"),
            Country = address.Text($"{kind}_country"),
        });
}
