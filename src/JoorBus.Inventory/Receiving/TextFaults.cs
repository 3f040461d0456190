using System.Globalization;

namespace JoorBus.Inventory.Receiving;

/// <summary>Faults of a text that is stored or used as a key.</summary>
internal static class TextFaults
{
    public static string? Of(string what, string? text, int mostCharacters, bool isRequired = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return isRequired ? $"has no {what}" : null;
        }

        if (text.Length > mostCharacters)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has a {what} of {text.Length} characters; allowed is {mostCharacters}");
        }

        return text.Contains('\0', StringComparison.Ordinal) ? $"has the character NUL in its {what}, which cannot be stored" : null;
    }
}
