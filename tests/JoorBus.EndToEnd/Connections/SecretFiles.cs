namespace JoorBus.EndToEnd.Connections;

/// <summary>Files that only their owner may read, gone at the end.</summary>
internal sealed class SecretFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("joorbus-secrets-").FullName;

    /// <summary>Writes or replaces a file as a whole; returns its path.</summary>
    public string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        var draft = file + ".new";
        File.WriteAllText(draft, text + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(draft, file, overwrite: true);
        return file;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
