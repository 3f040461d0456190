using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>Linesheets of v2: the same by code, else by name.</summary>
internal static class Deliveries
{
    public static bool AreSame(JoorStyleDelivery one, JoorStyleDelivery other) =>
        one.Code is { Length: > 0 } && other.Code is { Length: > 0 } ? one.Code == other.Code : one.Name == other.Name;

    public static IReadOnlyList<JoorStyleDelivery> Without(IReadOnlyList<JoorStyleDelivery> all, IReadOnlyList<JoorStyleDelivery> gone) =>
        [.. all.Where(delivery => !gone.Any(other => AreSame(delivery, other)))];

    /// <summary>All that are known.</summary>
    public static IReadOnlyList<JoorStyleDelivery> All(KnownStyle style) => [.. style.Content.Deliveries, .. style.OtherDeliveries];

    /// <summary>Whether the style was put there from here.</summary>
    public static bool IsOwn(KnownProduct known, JoorStyleDelivery delivery) => delivery.Code is { } code && known.OwnLinesheets.Contains(code);

    /// <summary>Linesheets beside the body's own that JOOR leaves after it.</summary>
    public static IEnumerable<JoorStyleDelivery> Left(KnownProduct known, JoorStyle body) => (known.Style, body.DeliveryOverwrite) switch
    {
        (null, _) => [],
        ({ } style, JoorDeliveryOverwrite.Add) => style.IsRead ? All(style) : style.OtherDeliveries,
        ({ } style, JoorDeliveryOverwrite.ReplaceButKeepManual) => All(style).Where(delivery => !IsOwn(known, delivery)),
        _ => [],
    };
}
