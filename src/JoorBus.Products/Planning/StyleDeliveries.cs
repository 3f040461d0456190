using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Planning;

/// <summary>Linesheets of a style of v2. A body that lists none leaves them alone (3); the last ones are dropped by a call of their own (4).</summary>
internal static class StyleDeliveries
{
    public static JoorStyle Over(JoorStyle body, WantedProduct wanted, KnownStyle? known, ProductSettings settings)
    {
        var listed = settings.SendsDeliveries ? Listed(wanted, known, body) : [];
        return body with
        {
            Deliveries = listed,
            DeliveryOverwrite = listed.Count == 0 ? JoorDeliveryOverwrite.Add
                : settings.KeepsManualDeliveries ? JoorDeliveryOverwrite.ReplaceButKeepManual : JoorDeliveryOverwrite.Replace,
        };
    }

    /// <summary>Whether the linesheets differ; those that the body does not list count where it surely makes them go.</summary>
    public static bool Differ(JoorStyle body, KnownStyle known)
    {
        if (body.Deliveries.Count == 0)
            return false;
        var hasListed = known.IsRead ? JsonMatch.Holds(known.Content.Deliveries, body.Deliveries) : JsonMatch.AreEqual(known.Content.Deliveries, body.Deliveries);
        return !hasListed || (body.DeliveryOverwrite == JoorDeliveryOverwrite.Replace && Others(body, known).Count > 0);
    }

    /// <summary>Linesheets to drop by name once the style is put: leaving them out did not do it, or cannot.</summary>
    public static IReadOnlyList<JoorStyleDelivery> ToDrop(WantedProduct wanted, KnownProduct known, JoorStyle body, ProductSettings settings)
    {
        if (!settings.SendsDeliveries)
            return [];
        var dropped = wanted.Product.Deliveries.Where(delivery => delivery.IsDropped == true).Select(delivery => delivery.Code).ToHashSet();
        return [.. Others(body, known.Style!)
            .Where(delivery => !settings.KeepsManualDeliveries || Deliveries.IsOwn(known, delivery) || (delivery.Code is { } code && dropped.Contains(code)))
            .DistinctBy(delivery => (delivery.Code, delivery.Code is null ? delivery.Name : null))
            .Select(delivery => new JoorStyleDelivery { Code = delivery.Code, Name = delivery.Name })];
    }

    private static IReadOnlyList<JoorStyleDelivery> Others(JoorStyle body, KnownStyle known) => Deliveries.Without(Deliveries.All(known), body.Deliveries);

    private static IReadOnlyList<JoorStyleDelivery> Listed(WantedProduct wanted, KnownStyle? known, JoorStyle body)
    {
        var sent = wanted.Product.Deliveries.Where(delivery => delivery.IsDropped != true).Select(delivery => Delivery(delivery, body.Colors)).ToList();
        var kept = (known?.Content.Deliveries ?? [])
            .Where(delivery => delivery.Code is { } code && wanted.Checks.LeavesOut(ProductParts.Delivery(code)) && !sent.Exists(other => Deliveries.AreSame(other, delivery)));
        return [.. sent, .. kept];
    }

    private static JoorStyleDelivery Delivery(ProductDelivery delivery, IReadOnlyList<JoorStyleColor> colors) => new()
    {
        Code = delivery.Code,
        Name = delivery.Name,
        SeasonCode = delivery.SeasonCode,
        SeasonName = delivery.SeasonName ?? delivery.SeasonCode,
        SeasonYear = delivery.SeasonYear,
        ShipStart = delivery.ShipStart,
        ShipEnd = delivery.ShipEnd,
        DisplayOrder = delivery.DisplayOrder,
        HiddenColors = [.. delivery.HiddenColors.Select(code => new JoorStyleColor { Code = code, Name = colors.FirstOrDefault(color => color.Code == code)?.Name })],
    };
}
