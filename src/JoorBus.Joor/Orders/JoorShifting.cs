using System.Globalization;

namespace JoorBus.Joor;

/// <summary>What follows when a list changes during each of several passes.</summary>
internal static class JoorShifting
{
    public const int Passes = 4;

    public static JoorAnswer<JoorOrderPage> End(JoorOrderFilter filter, int creditsLeft) => new JoorAnswer<JoorOrderPage>.Accepted(
        new JoorOrderPage
        {
            Orders = [],
            Shifted = string.Create(CultureInfo.InvariantCulture, $"the orders of {filter} changed during each of {Passes} readings; the same window is read again in the next round"),
        },
        creditsLeft);
}
