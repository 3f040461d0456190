namespace JoorBus.Orders.Tests;

/// <summary>Compares with a file that a person approved. What differs is written beside the tests, to look at and to copy.</summary>
internal static class Approved
{
    public static void ShouldBe(string fileName, string text)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Approved");
        var file = Path.Combine(folder, fileName);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (text == approved)
            return;
        var received = Path.Combine(folder, $"received-{fileName}");
        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        text.ShouldBe(approved, $"{fileName} is no longer as approved; the text as it is now: {received}");
    }
}
