using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JoorBus.Simulators.Joor;

/// <summary>Whole answers made unreadable, or at least odd.</summary>
internal static partial class SpoiltAnswers
{
    public static JoorAnswer HtmlPage() =>
        new(200, Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>"), JoorAnswer.Html);

    public static JoorAnswer Of(JoorAnswer answer, JoorFaultKind? kind, JoorSimulatorOptions options, JoorFaults faults) => kind switch
    {
        JoorFaultKind.CutOffJson => answer with { Body = answer.Body[..(answer.Body.Length / 2)] },
        JoorFaultKind.Garbage => answer with { Body = faults.Garbage() },
        JoorFaultKind.EmptyBody => answer with { Body = [] },
        JoorFaultKind.EnormousBody => answer with { Padding = Math.Max(0, options.EnormousBytes - answer.Body.Length) },
        JoorFaultKind.XmlInsteadOfJson => answer.ContentType == JoorAnswer.Json ? InXml(answer) : answer,
        JoorFaultKind.WrongEncoding => answer with { Body = faults.IsHit() ? Utf16(answer.Body) : Latin1(answer.Body) },
        _ => answer,
    };

    private static JoorAnswer InXml(JoorAnswer answer)
    {
        try
        {
            return answer with { Body = JoorXml.OfJson(answer.Body), ContentType = JoorAnswer.Xml };
        }
        catch (JsonException)
        {
            // A raw order had spoilt it already.
            return answer;
        }
    }

    private static byte[] Utf16(byte[] body) => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))];

    private static byte[] Latin1(byte[] body)
    {
        var text = Escaped().Replace(Encoding.UTF8.GetString(body), match => $"{(char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");
        // Without a letter beyond ASCII it would be good UTF-8.
        return Encoding.Latin1.GetBytes(text.All(char.IsAscii) ? text.Replace('e', 'é') : text);
    }

    [GeneratedRegex(@"\\u(00[c-fC-F][0-9a-fA-F])")]
    private static partial Regex Escaped();
}
