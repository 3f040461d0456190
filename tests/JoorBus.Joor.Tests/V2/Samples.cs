namespace JoorBus.Joor.Tests;

/// <summary>Everything that can be sent, filled so that a forgotten field shows.</summary>
internal static class Samples
{
    public static JoorStock Stock(string upc, int quantity) => new() { Warehouse = "Default", Upc = upc, Quantity = quantity };

    public static JoorStock FullStock { get; } = new()
    {
        Warehouse = "East & West", Date = new DateOnly(2026, 3, 31), Quantity = 7, StyleNumber = "T-1", StyleIdentifier = "T1", StyleId = 12, ColorCode = "042",
        StyleColorId = 9, Size = "M", SizeCode = "03", MadeToOrder = false,
    };

    public static JoorStyle Style { get; } = new()
    {
        Name = "Tee <new>", Number = "T-1", Identifier = "T1", Description = "Soft", DeliveryOverwrite = JoorDeliveryOverwrite.Add,
        Prices = [new() { Label = "US Dollar", Currency = "USD", RetailCurrency = "USD", Wholesale = 25.50m, Retail = 60m }],
        Colors = [new() { Name = "Red", Code = "042" }, new() { Name = "Blue", Code = "043" }],
        Sizes = [new() { Name = "M", Code = "03" }],
        Upcs = [new() { Upc = "0123", ColorCode = "042", SizeName = "M" }],
        Deliveries = [new() { Name = "Fall", Code = "F1", ShipStart = new DateOnly(2026, 8, 1), ShipEnd = new DateOnly(2026, 9, 1), SeasonName = "Fall 26", SeasonYear = 2026, SeasonCode = "F26", DisplayOrder = 4, IsPublic = true, HiddenColors = [new() { Name = "Blue", Code = "043" }] }],
        Tags = [new() { Group = "Fit", Name = "Size run", Value = "Wide", Code = "W" }],
        MadeToOrder = true, Division = new() { Code = "WMN", Name = "Women" }, Fabrication = new() { Code = "J", Name = "Jersey" }, Silhouette = new() { Code = "L", Name = "Loose" },
        CountryOfOrigin = "PT", Measurements = "70 cm", Minimum = 6,
        Categories = [new() { Id = "5", Name = "Tops" }],
        Materials = ["Cotton"],
    };

    public static JoorCustomerAccount Customer { get; } = new()
    {
        Code = "C-9", Name = "Shop", Alias = "The Shop", Email = "a@b.example", ContactName = "Ann", BuyerName = "Bo", CompanyNumberName = "WOMEN", CompanyNumberCode = "WMN",
        GroupName = "Specialty", GroupCode = "SPC", SalesRepCode = "SR", ContactEmail = "c@b.example",
        Warehouses = [new() { Name = "Default", Code = "DEF" }],
        BillingAddresses = [new() { Code = "B1", Name = "Shop", Line1 = "1 Way", City = "Oslo", PostalCode = "0150", Country = "NO" }],
        ShippingAddresses = [new() { Code = "S1", Line1 = "2 Way" }],
        PriceTypes = [new() { Label = "US Dollar", Currency = "USD", RetailCurrency = "USD" }],
    };

    public static JoorImageTarget Image { get; } = new()
    {
        StyleNumber = "T 1", StyleIdentifier = "T/1", FileName = "a b.jpg", DisplayOrder = 1, ReplaceExisting = true, ColorCode = "042", IsSwatch = true,
    };
}
