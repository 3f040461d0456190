using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>Identity of an order's content: equal hashes mean there is nothing to amend.</summary>
public static class JoorOrderContent
{
    /// <summary>SHA-256 over everything in the order but <see cref="JoorOrder.Status"/> and <see cref="JoorOrder.ModifiedAt"/>.</summary>
    /// <remarks>Null equals empty, 90 equals 90.00, times are compared in UTC, and the order within lists does not count.</remarks>
    public static byte[] Hash(JoorOrder order)
    {
        using var digest = new JoorDigest();
        digest.Add(order);
        return digest.ToHash();
    }

    /// <summary>The same for JSON that is no readable order: property order, white space and the fields left out above do not count.</summary>
    internal static byte[] Hash(JsonElement order)
    {
        try
        {
            return SHA256.HashData(JoorCanonicalJson.Write(order));
        }
        catch (InvalidOperationException)
        {
            // A property name that is not Unicode cannot be sorted; the bytes as they came still tell it from others.
            return SHA256.HashData(JsonMarshal.GetRawUtf8Value(order));
        }
    }
}
