using Spectre.Console;

namespace JoorBus.Commands;

internal static class Screen
{
    // Wide enough that a table written to a file or a pipe keeps each sentence on one line.
    private const int WidthWithoutTerminal = 4000;

    /// <summary>A console for tables on any writer; plain text where it is not a terminal.</summary>
    public static IAnsiConsole On(TextWriter writer)
    {
        var terminal = new AnsiConsoleOutput(writer);
        if (terminal.IsTerminal)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = terminal });
        }

        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = terminal, Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        screen.Profile.Width = WidthWithoutTerminal;

        return screen;
    }
}
