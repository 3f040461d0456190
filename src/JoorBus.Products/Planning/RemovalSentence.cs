using System.Globalization;
using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>What a removal would do, said before it is done.</summary>
internal static class RemovalSentence
{
    public static string Of(PlanInput input, Removal removal)
    {
        var style = $"style {input.StyleNumber}";
        var what = removal switch
        {
            { ColorCode: { } code } => $"colour {code} of {style}",
            { Size: { } size } => $"size {size} of {style}",
            _ => style,
        };
        return $"Removing {what} waits for a person. {Effect(input.Api, removal)} {Orders(removal)} Release it to go on, or send the style anew to keep it.";
    }

    private static string Effect(JoorApiVersion api, Removal removal)
    {
        if (api == JoorApiVersion.V2)
            return "JOOR deletes it and cancels it on notes, pending orders and approved orders that are not yet exported.";
        const string inactive = "INACTIVE, which takes it out of all orders: carts, notes, pending, approved and cancelled ones";
        return ProductPlanner.IsWhole(removal)
            ? $"JOOR's v4 deletes no product: all its SKUs become {inactive}."
            : $"Its SKUs become {inactive}.";
    }

    private static string Orders(Removal removal) => removal.OpenOrders == 0
        ? "No open order with it is known here."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{removal.OpenOrders:N0} open {(removal.OpenOrders == 1 ? "order" : "orders")} with {removal.OpenUnits:N0} {(removal.OpenUnits == 1 ? "unit" : "units")} of it {(removal.OpenOrders == 1 ? "is" : "are")} known here.");
}
