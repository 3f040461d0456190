using System.Text.Encodings.Web;
using System.Text.Json;
using JoorBus.Inventory.Identifying;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Listing;

/// <summary>Finds items by SKU, UPC, style number or style identifier.</summary>
internal sealed class ItemSearch(Database database)
{
    /// <summary>Most items of one search.</summary>
    public const int Most = 500;

    // Each arm is a look-up by key. '}' follows '|' in the order of characters, so the range holds exactly the keys of that style.
    private const string ByKey =
        """
        select item, joor_item from inventory_items where connection = $1 and item in ($2, 'upc:' || $2)
        union select item, joor_item from inventory_items where connection = $1 and joor_item in ($2, 'upc:' || $2)
        union select item, joor_item from inventory_items where connection = $1 and item >= 'style:' || $3 || '|' and item < 'style:' || $3 || '}'
        union select item, joor_item from inventory_items where connection = $1 and joor_item >= 'style:' || $3 || '|' and joor_item < 'style:' || $3 || '}'
        limit $4
        """;

    // Reads the identity of every level: the way for what is part of no key, and for what no worker has planned yet.
    private const string ByIdentity =
        """
        select distinct l.item, i.joor_item
        from inventory_levels l left join inventory_items i on i.connection = $1 and i.item = l.item
        where l.connection in ('', $1) and (l.item in ($2, 'upc:' || $2) or position('"sku":' || $3 in l.identity) > 0 or position('"upc":' || $3 in l.identity) > 0
            or position('"styleNumber":' || $3 in l.identity) > 0 or position('"styleIdentifier":' || $3 in l.identity) > 0)
        limit $4
        """;

    public async Task<FoundItems> FindAsync(string connection, string text, CancellationToken cancellationToken)
    {
        var style = ItemKey.Join(text);
        var found = await database.Command(ByKey).With(connection, text, style, Most).ReadAllAsync(reader => (reader.GetString(0), reader.Text(1)), cancellationToken);
        if (found.Count == 0)
        {
            var quoted = $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
            found = await database.Command(ByIdentity).With(connection, text, quoted, Most).ReadAllAsync(reader => (reader.GetString(0), reader.Text(1)), cancellationToken);
        }

        return new FoundItems(
            [.. found.Select(one => one.Item1).Distinct().Order(StringComparer.Ordinal)],
            [.. found.Select(one => one.Item2).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }
}
