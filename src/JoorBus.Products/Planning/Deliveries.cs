using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>Linesheets of v2: the same by code, else by name.</summary>
internal static class Deliveries
{
    public static bool AreSame(JoorStyleDelivery one, JoorStyleDelivery other) =>
        one.Code is { Length: > 0 } && other.Code is { Length: > 0 } ? one.Code == other.Code : one.Name == other.Name;

    public static IReadOnlyList<JoorStyleDelivery> Without(IReadOnlyList<JoorStyleDelivery> all, IReadOnlyList<JoorStyleDelivery> gone) =>
        [.. all.Where(delivery => !gone.Any(other => AreSame(delivery, other)))];
}
