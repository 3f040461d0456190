namespace JoorBus.Checking;

internal static class Faults
{
    public static Exception Innermost(Exception fault) => fault.GetBaseException();

    public static string OneLine(Exception fault) => fault.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
