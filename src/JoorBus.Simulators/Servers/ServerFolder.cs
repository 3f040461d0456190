using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Simulators.Servers;

/// <summary>The folder of one private server: locked for this process, and remembering the ports between runs.</summary>
internal sealed class ServerFolder : IDisposable
{
    private readonly FileStream _lock;

    private ServerFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
        Seed = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
    }

    public string Path { get; }

    /// <summary>A number that belongs to this path.</summary>
    public uint Seed { get; }

    /// <summary>A temporary folder will be removed with all in it, so it must not hold anything yet.</summary>
    public static ServerFolder Open(string path, bool temporary)
    {
        if (!OperatingSystem.IsLinux())
            throw new ServerUnavailableException("Private servers run on Linux only: start PostgreSQL and RabbitMQ as containers and name them in the configuration.");
        if (temporary && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new ServerUnavailableException($"The folder {path} is not empty: a temporary server removes its folder, so name one that does not exist yet.");
        var folder = Directory.CreateDirectory(System.IO.Path.GetFullPath(path)).FullName.TrimEnd('/');
        try
        {
            var file = System.IO.Path.Combine(folder, "in-use.lock");
            return new ServerFolder(folder, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException inUse)
        {
            throw new ServerUnavailableException($"The folder {folder} is in use by another running JoorBus process; stop that one or name another folder.", inUse);
        }
    }

    /// <summary>The end of a log, for a sentence that says why a server did not start.</summary>
    public string LastLines(string log) =>
        System.IO.File.Exists(File(log)) ? string.Join(" | ", System.IO.File.ReadLines(File(log)).TakeLast(5)) : "";

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The port used last time if it is still free, else a new one, remembered from now on.</summary>
    public int Port(string name, params int[] except)
    {
        var file = File(name);
        if (Number(name) is { } known && !except.Contains(known) && FreePort.IsFree(known))
            return known;
        var port = FreePort.Find(Seed, except);
        System.IO.File.WriteAllText(file, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    /// <summary>The number on the first line of a file of this folder.</summary>
    public int? Number(string name) =>
        System.IO.File.Exists(File(name)) && int.TryParse(System.IO.File.ReadLines(File(name)).FirstOrDefault(), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public void Dispose() => _lock.Dispose();
}
