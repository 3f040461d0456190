using System.Globalization;

namespace JoorBus.Simulators.Joor;

internal static class Upc
{
    /// <summary>UPC-A with a right check digit; the same item always has the same one.</summary>
    public static string Of(int item)
    {
        var digits = (81_234_000_000L + item).ToString("D11", CultureInfo.InvariantCulture);
        var sum = digits.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 3 : 1)).Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }
}
