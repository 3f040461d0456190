using System.Data.Common;

namespace JoorBus.Persistence.Committing;

/// <summary>Somebody else changed the same document first. Reading again and repeating cures it.</summary>
public sealed class VersionConflictException(string statement)
    : DbException($"'{statement}' met a newer version; the message is consumed again with what is stored now")
{
    public override bool IsTransient => true;
}
