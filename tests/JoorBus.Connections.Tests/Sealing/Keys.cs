using JoorBus.Connections.Sealing;
using Microsoft.Extensions.Logging.Abstractions;

namespace JoorBus.Connections.Tests.Sealing;

/// <summary>Master keys of the tests: base64 of 32 bytes each.</summary>
internal static class Keys
{
    public const string Old = "old:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    public const string New = "new:MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=";

    public static SecretSeal Seal(string text) => new(Of(new MasterKeyOptions { Text = text }));

    public static MasterKeys Of(MasterKeyOptions options) => new(options, NullLogger<MasterKeys>.Instance);
}

/// <summary>A key file of a test, readable by its owner only until the test says otherwise.</summary>
internal sealed class KeyFile : IDisposable
{
    public KeyFile(params string[] lines)
    {
        File.WriteAllText(Path, "");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Write(lines);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "joorbus-key-" + System.IO.Path.GetRandomFileName());

    public MasterKeyOptions Options => new() { File = Path };

    public void Write(params string[] lines) => File.WriteAllLines(Path, lines);

    public void Dispose() => File.Delete(Path);
}
