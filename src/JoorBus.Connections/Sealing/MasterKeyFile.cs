using System.Text;

namespace JoorBus.Connections.Sealing;

/// <summary>Reads a key file that nobody but its owner may read.</summary>
internal static class MasterKeyFile
{
    private const int MostBytes = 64 * 1024;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static (string? Text, string? Fault) Read(string path)
    {
        const string key = "JOORBUS__MASTERKEYFILE";
        try
        {
            if (Directory.Exists(path))
                return (null, $"{key} '{path}' is a directory; name a file.");
            if (!File.Exists(path))
                return (null, $"{key} '{path}' does not exist; {MasterKeyOptions.HowToMake}.");
            var file = Target(path);
            // A pipe or device has no length, and opening one might wait for ever.
            if (file.Length is 0 or > MostBytes)
                return (null, $"{key} '{path}' is empty, too large or not a regular file; {MasterKeyOptions.HowToMake}.");
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & Others) != 0)
                return (null, $"{key} '{path}' may be read or written by group or others; take that away with: chmod 600 '{path}'.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return (reader.ReadToEnd(), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{key} '{path}' cannot be read by this user: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>What tells that the file was changed; null when it cannot be looked at.</summary>
    public static (DateTime WrittenAt, long Length)? Stamp(string path)
    {
        try
        {
            var file = Target(path);
            return (file.LastWriteTimeUtc, file.Length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Mounted secrets are links to a file that is exchanged as a whole.
    private static FileInfo Target(string path) => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
}
