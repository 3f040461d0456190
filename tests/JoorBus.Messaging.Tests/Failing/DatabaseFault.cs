using System.Data.Common;

namespace JoorBus.Messaging.Tests.Failing;

/// <summary>What a database driver throws.</summary>
internal sealed class DatabaseFault(string? state, bool isTransient = false, Exception? inner = null) : DbException("the server said no", inner)
{
    public override string? SqlState => state;

    public override bool IsTransient => isTransient;
}
