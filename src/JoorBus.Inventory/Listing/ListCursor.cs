using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace JoorBus.Inventory.Listing;

/// <summary>The last row of a page: which kind of rows, whose, and its key.</summary>
internal sealed record ListCursor(RowKind Kind, string Connection, string Item, string Warehouse, DateOnly Day)
{
    private const char Between = '\u001f';

    public static ListCursor? Parse(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Between);
        return parts.Length == 5
            && Enum.TryParse<RowKind>(parts[0], out var kind)
            && Enum.IsDefined(kind)
            && DateOnly.TryParseExact(parts[4], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new ListCursor(kind, parts[1], parts[2], parts[3], day)
                : null;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Between, $"{Kind}", Connection, Item, Warehouse, Day.ToString("O", CultureInfo.InvariantCulture))));
}

/// <summary>In the order in which they are listed.</summary>
internal enum RowKind
{
    Slot,
    Item,
    Level,
}
