using System.Globalization;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Cells of tables.</summary>
internal static class Cells
{
    public static Text Of(string? text) => new(text ?? "");

    public static Text Of(int? number) => new(number?.ToString("N0", CultureInfo.InvariantCulture) ?? "");

    public static Text Of(long number) => new(number.ToString("N0", CultureInfo.InvariantCulture));

    public static Text Of(DateTimeOffset? time) => new(time is { } at ? ShortTime.Of(at) : "");

    public static Text Of(DateOnly? day) => new(day?.ToString("O", CultureInfo.InvariantCulture) ?? "");

    /// <summary>A state in its colour: green for done, red for a person's attention, grey for nothing to do.</summary>
    public static Markup State(string state) => new($"[{ColourOf(state)}]{Markup.Escape(state)}[/]");

    private static string ColourOf(string state) => state switch
    {
        "pushed" or "Applied" => "green",
        "refused" or "unmatched" or "held" or "Held" or "Incomplete" => "red",
        "skipped" or "Discarded" => "grey",
        _ => "yellow",
    };
}
