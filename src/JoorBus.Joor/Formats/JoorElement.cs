using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>How one kind of element is found, told from others and read.</summary>
/// <param name="Plural">Name of the list.</param>
/// <param name="Singular">Name of one element.</param>
/// <param name="Ids">Names that tell an element from others; one of them is needed.</param>
/// <param name="Read">Reads it; what is odd becomes a fault.</param>
internal sealed record JoorElement<T>(string Plural, string Singular, string[] Ids, Func<JoorFields, T> Read)
{
    /// <summary>Finds the elements of an answer; v4 has them under data, whatever they are.</summary>
    public JoorNodes Nodes { get; } = new(Plural, Plural == "data" ? "data_item" : Singular, Ids);

    public JoorReading<T> ReadOne(JsonElement node, int position, JoorExcerpt excerpt)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return Unreadable(node, null, string.Create(CultureInfo.InvariantCulture, $"{Singular} at position {position} is {JoorText.Shown(node)}, not an object"), excerpt);
        var unplaced = new JoorFields(node, "", new JoorFaults());
        var id = unplaced.TextOfAny(Ids)?.Trim();
        var faults = new JoorFaults();
        var fields = unplaced.At(id is null ? string.Create(CultureInfo.InvariantCulture, $"{Singular} at position {position}") : $"{Singular} {id}", faults);
        if (id is null)
            fields.Refuse(Ids[0], "so it cannot be told from others");
        var value = Read(fields);
        return faults.Any ? Unreadable(node, id, faults.ToString(), excerpt) : new JoorReading<T>.Readable(value);
    }

    /// <summary>Whatever can be read of an element that JOOR is known to have accepted.</summary>
    public T ReadLeniently(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Object)
            return Read(new JoorFields(node, Singular, new JoorFaults()));
        // A bare id stands for the element.
        using var document = JsonDocument.Parse($$"""{"{{Ids[0]}}":{{node.GetRawText()}}}""");
        return Read(new JoorFields(document.RootElement, Singular, new JoorFaults()));
    }

    public IReadOnlyList<JoorReading<T>> ReadAll(IReadOnlyList<JsonElement> nodes, JoorExcerpt excerpt) =>
        [.. nodes.Select((node, index) => ReadOne(node, index + 1, excerpt))];

    public static string FingerprintOf(IReadOnlyList<JsonElement> nodes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var node in nodes)
            hash.AppendData(JsonMarshal.GetRawUtf8Value(node));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static JoorReading<T>.Unreadable Unreadable(JsonElement node, string? id, string reason, JoorExcerpt excerpt) =>
        new(id, excerpt.StrikeOut(reason) + ".", excerpt.Of(JsonMarshal.GetRawUtf8Value(node)));
}
