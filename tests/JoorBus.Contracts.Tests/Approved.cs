namespace JoorBus.Contracts.Tests;

/// <summary>Files that a person approved; see their folder. They are added to, never changed.</summary>
internal static class Approved
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Approved");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>What differs is written beside the tests, to look at and to copy.</summary>
    public static void ShouldBe(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (text == approved)
            return;
        var received = Path.Combine(Folder, $"received-{path}");
        File.WriteAllText(received, text);
        text.ShouldBe(approved, $"{path} is no longer as approved; the text as it is now: {received}");
    }
}
