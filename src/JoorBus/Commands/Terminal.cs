using System.Text;

namespace JoorBus.Commands;

/// <summary>A person at a terminal. Secrets are asked for without echo.</summary>
internal static class Terminal
{
    public static bool IsThere => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>What was typed; null for nothing.</summary>
    public static string? Ask(string question)
    {
        Console.Error.Write($"{question}: ");
        return Console.ReadLine() is { Length: > 0 } text ? text.Trim() : null;
    }

    /// <summary>What was typed, which nobody saw; null for nothing.</summary>
    public static string? AskSecret(string question)
    {
        Console.Error.Write($"{question} (not shown): ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        var secret = typed.ToString();
        typed.Clear();
        return secret.Length > 0 ? secret : null;
    }
}
