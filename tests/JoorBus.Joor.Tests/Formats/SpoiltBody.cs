using System.Globalization;
using System.Text;

namespace JoorBus.Joor.Tests;

/// <summary>A body of some elements, of which some are good, made worse in one of many ways. Everything follows from the seed.</summary>
internal sealed class SpoiltBody
{
    private static readonly string[] Odd =
    [
        "null", "\"\"", "\" \"", "true", "7", "-1", "1e400", "0.1", "123456789012345678901234567890", "\"many\"", "\"2026-13-45\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}",
        "[[]]", "[1,\"a\",null]", "{\"x\":1}", "[{\"x\":{}}]", "{\"order\":5}", "{\"id\":{}}", "{\"response\":7}", "{\"\\ud800aaaaaaaaaaaaaaaa\":1}", "\"<a>&amp;\"", "\"\\u0001\\u001f\"",
    ];

    private readonly Random _dice;

    public SpoiltBody(AnswerReader reader, int seed)
    {
        _dice = new Random(seed);
        var elements = new List<string>();
        foreach (var id in Enumerable.Range(1, _dice.Next(0, 8)))
        {
            var good = reader.Element.Replace("#", $"{id}", StringComparison.Ordinal);
            var isGood = _dice.Next(3) > 0;
            elements.Add(isGood ? good : Spoilt(good));
            if (isGood)
                Good.Add($"{id}");
        }
        var json = reader.Envelope.Replace("@", string.Join(',', elements), StringComparison.Ordinal);
        (Bytes, IsWhole) = Made(json);
    }

    /// <summary>Ids of the elements that nothing was done to.</summary>
    public List<string> Good { get; } = [];

    public byte[] Bytes { get; }

    /// <summary>Whether the elements are still all there to be read.</summary>
    public bool IsWhole { get; }

    private (byte[] Bytes, bool IsWhole) Made(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return _dice.Next(17) switch
        {
            0 => (Encoding.Unicode.GetBytes(json), true),
            1 => ([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(json)], true),
            2 => ([.. Encoding.UTF8.Preamble, .. bytes], true),
            3 => (bytes[.._dice.Next(bytes.Length)], false),
            4 => (Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><title>Sign in</title></head><body>" + json), false),
            5 => (Encoding.UTF8.GetBytes(new string(' ', _dice.Next(200_000)) + json + new string('\n', _dice.Next(200_000))), true),
            6 => (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(_dice.Next(2) == 0 ? "[" : "{\"data\":", 5000)) + json), false),
            7 => (new byte[_dice.Next(3)], false),
            8 => (Noise(), false),
            9 => (Flipped(bytes), false),
            10 or 11 or 12 => (Encoding.UTF8.GetBytes(Xml(json)), true),
            13 => (Cut(Encoding.UTF8.GetBytes(Xml(json))), false),
            14 => (Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Xml(json)[38..].Replace("x", "é", StringComparison.Ordinal)), false),
            15 => (Encoding.UTF8.GetBytes("{\"\\ud800aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":1," + json[1..]), true),
            _ => (bytes, true),
        };
    }

    // The root of a v4 answer has no name in JSON and needs one in XML.
    private static string Xml(string json)
    {
        // Half a pair has no spelling in XML at all.
        json = json.Replace("\\ud800", "z", StringComparison.Ordinal);
        var named = json.StartsWith("{\"data\"", StringComparison.Ordinal) ? $"{{\"answer\":{json}}}" : json;
        return XmlTwin.Of(named);
    }

    private string Spoilt(string good)
    {
        if (_dice.Next(3) == 0)
            return Odd[_dice.Next(Odd.Length)];
        var colons = Enumerable.Range(0, good.Length).Where(at => good[at] == ':' && good[at - 1] == '"' && good[at + 1] is not ('{' or '[')).ToArray();
        var at = colons[_dice.Next(colons.Length)] + 1;
        var end = good[at] == '"' ? good.IndexOf('"', at + 1) + 1 : good.AsSpan(at).IndexOfAny(",}]") + at;
        return string.Create(CultureInfo.InvariantCulture, $"{good[..at]}{Odd[_dice.Next(Odd.Length)]}{good[end..]}");
    }

    private byte[] Noise()
    {
        var noise = new byte[_dice.Next(1, 2000)];
        _dice.NextBytes(noise);
        return noise;
    }

    private byte[] Flipped(byte[] bytes)
    {
        for (var flips = _dice.Next(1, 10); flips > 0; flips--)
            bytes[_dice.Next(bytes.Length)] = (byte)_dice.Next(256);
        return bytes;
    }

    private byte[] Cut(byte[] bytes) => bytes[.._dice.Next(bytes.Length)];
}
