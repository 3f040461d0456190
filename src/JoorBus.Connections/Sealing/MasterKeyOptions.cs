namespace JoorBus.Connections.Sealing;

/// <summary>Where the keys that seal stored secrets come from: a file or a text, at most one of them.</summary>
public sealed class MasterKeyOptions
{
    /// <summary>How to make a key, for sentences.</summary>
    public const string HowToMake =
        "make one with: (umask 077; echo \"key-1:$(openssl rand -base64 32)\" > master.key) and set JOORBUS__MASTERKEYFILE=master.key for every host";

    /// <summary>File with one <c>id:key</c> per line (key: base64 of 32 bytes), readable by its owner only. The first seals, all open.</summary>
    public string? File { get; set; }

    /// <summary>The same lines as text, separated by line ends or commas. Secret.</summary>
    public string? Text { get; set; }

    /// <summary>Every fault as a sentence that names its environment variable; never shows a key.</summary>
    public IEnumerable<string> Faults()
    {
        if (File is not null && Text is not null)
            return ["JOORBUS__MASTERKEYFILE and JOORBUS__MASTERKEY are both set; keep one of them."];
        return MasterKeyReader.Read(this).Faults;
    }
}
