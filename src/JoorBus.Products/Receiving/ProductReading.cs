using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Products;

namespace JoorBus.Products.Receiving;

/// <summary>
/// From a message to rows. Refused here is only what cannot be identified or kept; what JOOR would not take is stored, and shown with its reason.
/// </summary>
internal static class ProductReading
{
    private const int LongestContent = 1_000_000;

    /// <param name="message">As it came.</param>
    /// <param name="keyOf">The key of a connection's name.</param>
    /// <param name="now">When it came.</param>
    public static ReceivedProduct Read(ProductChanged message, Func<string, string?> keyOf, DateTimeOffset now)
    {
        var product = ProductTidying.Tidy(message.Product ?? throw Refusal.Because("product is missing"));
        var about = $"style '{product.StyleIdentifier}'";
        var version = VersionOf(message.Sequence, message.ChangedAt, now, about);
        var content = JsonSerializer.Serialize(product, ContractsJson.Default.Product);
        if (content.Length > LongestContent)
            throw Refusal.Because($"{about} has {content.Length} characters; at most {LongestContent} are taken");
        if (content.Contains("\\u0000", StringComparison.Ordinal))
            throw Refusal.Because($"{about} holds a NUL character; leave it out");
        return new ReceivedProduct(Scope(message.Connection, keyOf), product.StyleIdentifier!, product.StyleNumber, version, content, now);
    }

    /// <inheritdoc cref="Read(ProductChanged, Func{string, string}, DateTimeOffset)"/>
    public static ReceivedRemoval Read(ProductRemoved message, Func<string, string?> keyOf, DateTimeOffset now)
    {
        var (number, style) = ProductTidying.Key(message.StyleNumber, message.StyleIdentifier);
        var (color, size) = (message.ColorCode?.Trim() ?? "", message.Size?.Trim() ?? "");
        var about = $"the removal of style '{style}'";
        if (color.Length > 0 && size.Length > 0)
            throw Refusal.Because($"{about} names colour '{color}' and size '{size}' together; JOOR removes a colour or a size, so send one message for each");
        if (message.ColorCode is not null && color.Length == 0)
            throw Refusal.Because($"{about} has an empty colorCode; leave it out to remove the whole style");
        if (message.Size is not null && size.Length == 0)
            throw Refusal.Because($"{about} has an empty size; leave it out to remove the whole style");
        if (color.Contains('\0') || size.Contains('\0') || message.Reason?.Contains('\0') == true)
            throw Refusal.Because($"{about} holds a NUL character; leave it out");
        return new ReceivedRemoval(
            Scope(message.Connection, keyOf), style, number, color, size, VersionOf(message.Sequence, message.ChangedAt, now, about), message.Reason, now);
    }

    private static string Scope(string? name, Func<string, string?> keyOf) =>
        name is null ? "" : keyOf(name) ?? throw Refusal.Because($"connection '{name}' is not known");

    private static long VersionOf(long? sequence, DateTimeOffset? changedAt, DateTimeOffset now, string about) => (sequence, changedAt) switch
    {
        (not null, not null) => throw Refusal.Because($"{about} has sequence and changedAt; give one of the two, always the same one"),
        ({ } number, _) when number < 0 => throw Refusal.Because($"{about} has sequence {number}; it counts from 0"),
        ({ } number, _) => number,
        (_, { } time) when time < DateTimeOffset.UnixEpoch || time > now.AddDays(1) =>
            throw Refusal.Because($"{about} has changedAt {time:O}; allowed is 1970 to a day from now, as a later one would hide every change before it"),
        (_, { } time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
        _ => throw Refusal.Because($"{about} has neither sequence nor changedAt, so a late message could not be told from a new one"),
    };
}
