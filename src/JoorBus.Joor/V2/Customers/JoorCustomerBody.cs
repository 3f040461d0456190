using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Customers as JOOR wants them written, and what it surely would not take.</summary>
internal static class JoorCustomerBody
{
    public static JoorBodyContent Of(string root, IReadOnlyCollection<JoorCustomerAccount> customers) =>
        JoorBodyContent.Of(body => body.Object(root, () => body.Repeated("connection", customers, customer => Write(body, customer))));

    public static JoorChecks Check(IReadOnlyList<JoorCustomerAccount> customers, bool isNew)
    {
        var checks = new JoorChecks();
        for (var at = 0; at < customers.Count; at++)
        {
            var (customer, where) = (customers[at], string.Create(CultureInfo.InvariantCulture, $"customer {at + 1} of {customers.Count}"));
            checks.Required("customer_name", !isNew || !string.IsNullOrWhiteSpace(customer.Name), where)
                .AtMost(50, "customer_code", customer.Code, where).AtMost(100, "customer_name", customer.Name, where).AtMost(150, "customer_alias", customer.Alias, where)
                .AtMost(1000, "customer_contact_name", customer.ContactName, where).AtMost(50, "customer_contact_email", customer.ContactEmail, where)
                .AtMost(50, "customer_buyer_name", customer.BuyerName, where)
                .AtMost(150, "company_number_name", customer.CompanyNumberName, where).AtMost(100, "company_number_code", customer.CompanyNumberCode, where)
                .AtMost(150, "customer_group_name", customer.GroupName, where).AtMost(100, "customer_group_code", customer.GroupCode, where)
                .AtMost(100, "sales_rep_code", customer.SalesRepCode, where);
            foreach (var warehouse in customer.Warehouses)
                checks.AtMost(150, "warehouse_name", warehouse.Name, where).AtMost(100, "warehouse_code", warehouse.Code, where);
            foreach (var address in customer.BillingAddresses)
                checks.AtMost(50, "billing_code", address.Code, where);
        }
        return checks;
    }

    private static void Write(JoorBodyWriter body, JoorCustomerAccount customer)
    {
        body.Text("customer_account_id", customer.AccountId);
        body.Text("customer_code", customer.Code);
        body.Text("customer_name", customer.Name);
        body.Text("customer_alias", customer.Alias);
        body.Text("customer_email", customer.Email);
        body.Text("customer_contact_name", customer.ContactName);
        body.Text("customer_contact_email", customer.ContactEmail);
        body.Text("customer_buyer_name", customer.BuyerName);
        body.Text("company_number_name", customer.CompanyNumberName);
        body.Text("company_number_code", customer.CompanyNumberCode);
        body.Text("customer_group_name", customer.GroupName);
        body.Text("customer_group_code", customer.GroupCode);
        body.Text("sales_rep_code", customer.SalesRepCode);
        if (customer.Warehouses.Count > 0)
        {
            body.List("warehouses", "warehouse", customer.Warehouses, warehouse =>
            {
                body.Text("warehouse_name", warehouse.Name);
                body.Text("warehouse_code", warehouse.Code);
            });
        }
        Write(body, "billing", customer.BillingAddresses);
        Write(body, "shipping", customer.ShippingAddresses);
        if (customer.PriceTypes.Count > 0)
        {
            body.List("price_types", "price_type", customer.PriceTypes, type =>
            {
                body.Text("price_type_label", type.Label);
                body.Text("price_type_currency_code", type.Currency);
                body.Text("price_type_retail_currency_code", type.RetailCurrency);
            });
        }
    }

    private static void Write(JoorBodyWriter body, string kind, IReadOnlyList<JoorCustomerAddress> addresses)
    {
        if (addresses.Count == 0)
            return;
        body.Object(kind, () => body.List($"{kind}_addresses", $"{kind}_address", addresses, address =>
        {
            body.Text($"{kind}_address_id", address.Id);
            body.Text($"{kind}_code", address.Code);
            body.Text($"{kind}_name", address.Name);
            body.Text($"{kind}_phone", address.Phone);
            body.Text($"{kind}_email", address.Email);
            body.Text($"{kind}_address_1", address.Line1);
            body.Text($"{kind}_address_2", address.Line2);
            body.Text($"{kind}_city", address.City);
            body.Text($"{kind}_state", address.State);
            body.Text($"{kind}_postal_code", address.PostalCode);
            body.Text($"{kind}_country", address.Country);
        }));
    }
}
