using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Http;

internal sealed class DatabaseHealth(Database database)
{
    /// <summary>Null when the database answers, else why not.</summary>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.Command("select 1");
            await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (NpgsqlException fault)
        {
            return fault.Message;
        }
    }
}
