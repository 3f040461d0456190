using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Tests.Planning;

/// <summary>One style in a JOOR of v2, as small as can be. Whether a PUT joins its lists to those there or takes their place is not documented: both must end well.</summary>
internal sealed class ModelV2(bool joinsLists)
{
    private int _stored;

    public JoorStyle? Style { get; private set; }

    public bool JoinsLists => joinsLists;

    /// <summary>Codes of linesheets that people made.</summary>
    public HashSet<string> Manual { get; } = [];

    public List<(JoorStyleImage Stored, Uri Url, string? Version)> Images { get; } = [];

    public List<string> Deleted { get; } = [];

    public JoorStyle? Read() => Style is null ? null : Style with { Images = [.. Images.Select(image => image.Stored)] };

    public void PeoplePutOn(string code)
    {
        Manual.Add(code);
        Style = Style! with { Deliveries = [.. Style.Deliveries.Where(delivery => delivery.Code != code), new JoorStyleDelivery { Code = code, Name = code }] };
    }

    public CallAnswer Take(ProductCall call)
    {
        switch (call)
        {
            case PutStyle put:
                put.IsNew.ShouldBe(Style is null);
                Style = Put(Style ?? new JoorStyle { StyleId = "77" }, put.Style);
                return CallAnswer.WithId(Style.StyleId);
            case DropLinesheets drop:
                Style = Put(Style!, drop.Style);
                return CallAnswer.Taken;
            case DeleteColor gone:
                Deleted.Add(gone.ColorCode);
                Images.RemoveAll(image => image.Stored.ColorCode == gone.ColorCode);
                Style = Style! with { Colors = [.. Style.Colors.Where(color => color.Code != gone.ColorCode)], Upcs = [.. Style.Upcs.Where(upc => upc.ColorCode != gone.ColorCode)] };
                return CallAnswer.Taken;
            case DeleteSize gone:
                Deleted.Add(gone.Size);
                Style = Style! with { Sizes = [.. Style.Sizes.Where(size => size.Name != gone.Size)], Upcs = [.. Style.Upcs.Where(upc => upc.SizeName != gone.Size)] };
                return CallAnswer.Taken;
            case DeleteStyle:
                Images.Clear();
                Style = null;
                return CallAnswer.Taken;
            case PutImage put:
                return CallAnswer.WithId(Store(put));
            case DeleteImage gone:
                Images.RemoveAll(image => image.Stored.FileName == gone.StoredName).ShouldBe(1);
                return CallAnswer.Taken;
            default:
                throw new InvalidOperationException($"{call} is no call of v2");
        }
    }

    private string Store(PutImage put)
    {
        var target = put.Target;
        var name = $"{Path.GetFileNameWithoutExtension(target.FileName)}_{++_stored}{Path.GetExtension(target.FileName)}";
        if (target.ColorCode is { } code)
        {
            Style!.Colors.Any(color => color.Code == code).ShouldBeTrue();
            Images.RemoveAll(image => image.Stored.ColorCode == code && image.Stored.IsSwatch == (target.IsSwatch == true));
        }
        var stored = new JoorStyleImage { FileName = name, ColorCode = target.ColorCode, IsSwatch = target.IsSwatch == true, DisplayOrder = target.DisplayOrder };
        Images.Add((stored, put.Url, put.Version));
        return name;
    }

    private JoorStyle Put(JoorStyle before, JoorStyle sent) => before with
    {
        Name = sent.Name ?? before.Name,
        Number = sent.Number ?? before.Number,
        Identifier = sent.Identifier ?? before.Identifier,
        Description = sent.Description ?? before.Description,
        MadeToOrder = sent.MadeToOrder ?? before.MadeToOrder,
        Division = sent.Division ?? before.Division,
        CountryOfOrigin = sent.CountryOfOrigin ?? before.CountryOfOrigin,
        Minimum = sent.Minimum ?? before.Minimum,
        Colors = Put(before.Colors, sent.Colors, color => color.Code),
        Sizes = Put(before.Sizes, sent.Sizes, size => size.Name),
        Upcs = Put(before.Upcs, sent.Upcs, upc => $"{upc.ColorCode}/{upc.SizeName}"),
        Prices = Put(before.Prices, sent.Prices, price => $"{price.Currency} {price.Label}"),
        Categories = sent.Categories.Count > 0 || sent.Clears.HasFlag(JoorStyleLists.Categories) ? sent.Categories : before.Categories,
        Materials = sent.Materials.Count > 0 || sent.Clears.HasFlag(JoorStyleLists.Materials) ? sent.Materials : before.Materials,
        Deliveries = Put(before.Deliveries, sent.Deliveries, sent.DeliveryOverwrite),
    };

    private IReadOnlyList<T> Put<T>(IReadOnlyList<T> before, IReadOnlyList<T> sent, Func<T, string?> key)
    {
        if (sent.Count == 0)
            return before;
        var keys = sent.Select(key).ToHashSet();
        return joinsLists ? [.. before.Where(item => !keys.Contains(key(item))), .. sent] : sent;
    }

    private IReadOnlyList<JoorStyleDelivery> Put(IReadOnlyList<JoorStyleDelivery> before, IReadOnlyList<JoorStyleDelivery> sent, JoorDeliveryOverwrite? overwrite)
    {
        var others = before.Where(delivery => !sent.Any(other => other.Code == delivery.Code)).ToList();
        return overwrite switch
        {
            JoorDeliveryOverwrite.Add => [.. others, .. sent],
            JoorDeliveryOverwrite.Remove => others,
            JoorDeliveryOverwrite.ReplaceButKeepManual => [.. others.Where(delivery => Manual.Contains(delivery.Code!)), .. sent],
            _ => sent,
        };
    }
}
