using System.Collections.Concurrent;
using HandlebarsDotNet;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Identifying;

/// <summary>The four templates of a connection, compiled once. Names of fields are case-insensitive; a missing field is empty.</summary>
public sealed class ItemTemplates
{
    private const int MostKept = 1000;
    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
    private static readonly ConcurrentDictionary<StockTemplates, ItemTemplates> Compiled = new();

    private readonly HandlebarsTemplate<object, object> _styleNumber;
    private readonly HandlebarsTemplate<object, object> _styleIdentifier;
    private readonly HandlebarsTemplate<object, object> _colorCode;
    private readonly HandlebarsTemplate<object, object> _size;

    private ItemTemplates(StockTemplates templates)
    {
        _styleNumber = Compile(templates.StyleNumber);
        _styleIdentifier = Compile(templates.StyleIdentifier);
        _colorCode = Compile(templates.ColorCode);
        _size = Compile(templates.Size);
    }

    /// <summary>Compiled templates; throws <see cref="HandlebarsException"/> for those that <see cref="Check"/> finds faulty.</summary>
    public static ItemTemplates Of(StockTemplates templates)
    {
        if (Compiled.Count > MostKept)
        {
            Compiled.Clear();
        }

        return Compiled.GetOrAdd(templates, one => new ItemTemplates(one));
    }

    /// <summary>Every fault as a sentence; empty when none.</summary>
    public static IReadOnlyList<string> Check(StockTemplates templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return
        [
            .. TemplateFaults.Of(Engine, "style number", templates.StyleNumber),
            .. TemplateFaults.Of(Engine, "style identifier", templates.StyleIdentifier),
            .. TemplateFaults.Of(Engine, "colour code", templates.ColorCode),
            .. TemplateFaults.Of(Engine, "size", templates.Size),
        ];
    }

    /// <summary>The four texts for an item, as the templates make them.</summary>
    public StockTemplates Fill(ItemIdentity identity)
    {
        var fields = ItemFields.Of(identity);
        return new StockTemplates
        {
            StyleNumber = _styleNumber(fields),
            StyleIdentifier = _styleIdentifier(fields),
            ColorCode = _colorCode(fields),
            Size = _size(fields),
        };
    }

    private static HandlebarsTemplate<object, object> Compile(string template) => Engine.Compile(template);
}
