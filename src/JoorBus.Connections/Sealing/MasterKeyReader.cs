using System.Globalization;

namespace JoorBus.Connections.Sealing;

/// <summary>From a file or text to keys, with every fault as a sentence. No sentence shows any part of a key.</summary>
internal static class MasterKeyReader
{
    private const int KeyBytes = 32;
    private const int LongestId = 32;

    public static (MasterKeyRing Keys, IReadOnlyList<string> Faults) Read(MasterKeyOptions options)
    {
        if (options.File is not { } file)
            return options.Text is { } given ? Parse(given, "JOORBUS__MASTERKEY") : (MasterKeyRing.Empty, []);
        var (text, fault) = MasterKeyFile.Read(file);
        return text is null ? (MasterKeyRing.Empty, [fault!]) : Parse(text, $"JOORBUS__MASTERKEYFILE '{file}'");
    }

    private static (MasterKeyRing Keys, IReadOnlyList<string> Faults) Parse(string text, string source)
    {
        var faults = new List<string>();
        var keys = new List<MasterKey>();
        var number = 0;
        foreach (var line in text.Split(['\n', ','], StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (ParseLine(line, out var key) is { } why)
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{source}: line {number} {why}."));
            else if (keys.Exists(other => other.Id == key!.Id))
                faults.Add($"{source}: the id '{key!.Id}' is there twice; give each key an id of its own.");
            else
                keys.Add(key!);
        }

        if (keys.Count == 0 && faults.Count == 0)
            faults.Add($"{source} holds no key; {MasterKeyOptions.HowToMake}.");
        return faults.Count == 0 ? (new MasterKeyRing(keys), faults) : (MasterKeyRing.Empty, faults);
    }

    private static string? ParseLine(string line, out MasterKey? key)
    {
        key = null;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return "is not 'id:key'; write an id, a colon and the output of openssl rand -base64 32";
        var id = line[..colon].Trim();
        if (id.Length is 0 or > LongestId || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return $"has an id that cannot be used; allowed are 1 to {LongestId} letters a-z, digits, '-' and '_'";
        var bytes = new byte[KeyBytes + 1];
        if (!Convert.TryFromBase64String(line[(colon + 1)..].Trim(), bytes, out var length))
            return $"(id '{id}') has a key that is not base64 of {KeyBytes} bytes; make one with openssl rand -base64 {KeyBytes}";
        if (length != KeyBytes)
            return $"(id '{id}') has a key of the wrong length; allowed is base64 of {KeyBytes} bytes, from openssl rand -base64 {KeyBytes}";
        if (bytes.AsSpan(1, KeyBytes - 1).IndexOfAnyExcept(bytes[0]) < 0)
            return $"(id '{id}') has a key of one repeated byte; make a random one with openssl rand -base64 {KeyBytes}";
        key = new MasterKey(id, bytes[..KeyBytes]);
        return null;
    }
}
