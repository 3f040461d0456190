using JoorBus.Contracts;

namespace JoorBus.Simulators.Joor;

/// <summary>Made-up retailers and styles.</summary>
internal static class Fashion
{
    public static readonly IReadOnlyList<(string Name, string Street, string City, string Region, string Post, string Country, string Iso2, string Iso3, string Currency)> Retailers =
    [
        ("Maison Corvane", "14 rue des Tilleuls", "Lyon", "Auvergne-Rhône-Alpes", "69002", "France", "FR", "FRA", "EUR"),
        ("Harrow & Finch", "221 Linden Street", "Portland", "OR", "97205", "United States", "US", "USA", "USD"),
        ("Kaufhaus Lindner", "Lindenallee 8", "Hamburg", "Hamburg", "20095", "Germany", "DE", "DEU", "EUR"),
        ("The Thistle Rooms", "5 Canal Row", "Edinburgh", "Midlothian", "EH6 6RA", "United Kingdom", "GB", "GBR", "GBP"),
        ("Bottega Serafini", "Via dei Cedri 31", "Bologna", "BO", "40121", "Italy", "IT", "ITA", "EUR"),
        ("Kobo Atelier", "2-8-4 Sakuragi", "Yokohama", "Kanagawa", "231-0062", "Japan", "JP", "JPN", "JPY"),
        ("Nørreport Klæder", "Kystvej 17", "Aarhus", "Midtjylland", "8000", "Denmark", "DK", "DNK", "EUR"),
        ("Juniper Dry Goods", "88 Orchard Avenue", "Austin", "TX", "78704", "United States", "US", "USA", "USD"),
        ("Maple & Loom", "410 Birch Street", "Toronto", "ON", "M5V 2T6", "Canada", "CA", "CAN", "USD"),
        ("Casa Olivar", "Calle del Olivo 12", "Valencia", "Valencia", "46003", "Spain", "ES", "ESP", "EUR"),
    ];

    public static readonly IReadOnlyList<(string Name, string Number, decimal Wholesale)> Styles =
    [
        ("Ribbed Merino Cardigan", "RMC-1010", 64m),
        ("Wide Leg Denim", "WLD-2040", 58.5m),
        ("Silk Slip Dress", "SSD-3005", 92m),
        ("Boxy Poplin Shirt", "BPS-1170", 41m),
        ("Double Faced Wool Coat", "DWC-4001", 188m),
        ("Pleated Midi Skirt", "PMS-2210", 56m),
        ("Cropped Linen Jacket", "CLJ-4120", 110m),
        ("Pima Cotton Tee", "PCT-1001", 18.75m),
        ("Cashmere Beanie", "CSB-7003", 29m),
        ("Tapered Jogger", "TPJ-2301", 36m),
    ];

    public static readonly IReadOnlyList<Coded> Colors =
    [
        new() { Code = "IVO", Name = "Ivory" },
        new() { Code = "BLK", Name = "Black" },
        new() { Code = "IND", Name = "Indigo" },
        new() { Code = "OLV", Name = "Olive" },
        new() { Code = "RST", Name = "Rust" },
    ];

    public static readonly IReadOnlyList<Coded> Sizes =
    [
        new() { Code = "XS", Name = "X-Small" },
        new() { Code = "S", Name = "Small" },
        new() { Code = "M", Name = "Medium" },
        new() { Code = "L", Name = "Large" },
        new() { Code = "XL", Name = "X-Large" },
    ];

    public static readonly IReadOnlyList<string> Buyers = ["Ines Caldwell", "Tomas Arden", "Mirela Voss", "Jonah Petrie", "Aiko Brandt"];

    public static readonly IReadOnlyList<string> Comments =
        ["", "", "Please ship complete.", "Call before delivery.", "Hangers, no polybags.", "Deliver to the back entrance."];
}
