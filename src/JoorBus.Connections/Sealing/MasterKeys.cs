using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Sealing;

/// <summary>The master keys of this process; a file is read again when it changed. Keys stay in use when a newer file is faulty.</summary>
public sealed partial class MasterKeys(MasterKeyOptions options, ILogger<MasterKeys> log)
{
    private readonly Lock _gate = new();
    private MasterKeyRing _keys = MasterKeyRing.Empty;
    private (DateTime WrittenAt, long Length)? _stamp;
    private bool _isRead;

    /// <summary>Rises whenever other keys are in use: what could not be opened may be tried again.</summary>
    public int Generation { get; private set; }

    /// <summary>Id of the key that seals; null when there is none, and secrets cannot be stored.</summary>
    public string? SealingId => Current().Sealing?.Id;

    internal MasterKeyRing Current()
    {
        var stamp = options.File is { } file ? MasterKeyFile.Stamp(file) : null;
        lock (_gate)
        {
            if (!_isRead || stamp != _stamp)
                Read(stamp);
            return _keys;
        }
    }

    /// <summary>Looks at the source itself, for a key id that is not known.</summary>
    internal MasterKeyRing Again()
    {
        var stamp = options.File is { } file ? MasterKeyFile.Stamp(file) : null;
        lock (_gate)
        {
            Read(stamp);
            return _keys;
        }
    }

    private void Read((DateTime WrittenAt, long Length)? stamp)
    {
        var (keys, faults) = MasterKeyReader.Read(options);
        _isRead = true;
        if (faults.Count > 0)
        {
            if (stamp != _stamp)
                Faulty(log, string.Join(" ", faults));
            _stamp = stamp;
            return;
        }

        if (stamp != _stamp || Generation == 0)
            Generation++;
        (_keys, _stamp) = (keys, stamp);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "connections.master-keys cannot be read, the keys known so far stay in use: {Faults}")]
    private static partial void Faulty(ILogger log, string faults);
}
