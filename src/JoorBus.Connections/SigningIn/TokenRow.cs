using System.Text;
using JoorBus.Connections.Sealing;
using JoorBus.Joor;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Connections.SigningIn;

/// <summary>The stored token of a connection and its credentials, locked until this is disposed of. Credentials that are only tested have a row of their own.</summary>
internal sealed class TokenRow : IAsyncDisposable
{
    private static readonly string[] Lock =
    [
        // A copy whose machine vanished says nothing; its lock must not outlive any login.
        "set local idle_in_transaction_session_timeout = '150s'",
        "insert into joor_tokens (key, fingerprint) values ($1, $2) on conflict do nothing",
        "select token, serves_until from joor_tokens where key = $1 and fingerprint = $2 for update",
    ];

    // What belonged to earlier credentials goes when it has ended: until then a copy may still use it.
    private const string Store =
        """
        with ended as (
            delete from joor_tokens where ctid in (
                select ctid from joor_tokens where key = $1 and fingerprint <> $2 and serves_until < now() for update skip locked))
        update joor_tokens set token = $3, serves_until = $4 where key = $1 and fingerprint = $2
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly TokenWish _wish;

    private TokenRow(NpgsqlConnection connection, NpgsqlTransaction transaction, TokenWish wish) => (_connection, _transaction, _wish) = (connection, transaction, wish);

    /// <summary>Null when there is none.</summary>
    public JoorAccessToken? Stored { get; private set; }

    public static async Task<TokenRow> LockAsync(Database database, TokenWish wish, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken);
        NpgsqlTransaction? transaction = null;
        try
        {
            transaction = await connection.BeginTransactionAsync(cancellationToken);
            var row = new TokenRow(connection, transaction, wish);
            row.Stored = await row.ReadAsync(cancellationToken);
            return row;
        }
        catch
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task StoreAsync(JoorAccessToken token, CancellationToken cancellationToken)
    {
        var box = SealedBox.Close(TokenKeys.Sealing(_wish.Connection), Encoding.UTF8.GetBytes(token.Token), TokenKeys.Context(_wish.Connection));
        await using var command = new NpgsqlCommand(Store, _connection, _transaction)
        {
            Parameters =
            {
                new() { Value = _wish.Connection.Key }, new() { Value = _wish.Fingerprint }, new() { Value = box }, new() { Value = token.ServesUntil.UtcDateTime },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<JoorAccessToken?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var batch = _connection.CreateBatch();
        batch.Transaction = _transaction;
        // Others may hold the row as long as a login takes.
        batch.Timeout = 0;
        foreach (var sql in Lock)
        {
            var command = new NpgsqlBatchCommand(sql);
            if (sql.Contains("$1", StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue(_wish.Connection.Key);
                command.Parameters.AddWithValue(_wish.Fingerprint);
            }
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || await reader.IsDBNullAsync(0, cancellationToken))
            return null;
        var token = SealedBox.TryOpen(TokenKeys.Sealing(_wish.Connection), reader.GetFieldValue<byte[]>(0), TokenKeys.Context(_wish.Connection));
        return token is null ? null : new JoorAccessToken(Encoding.UTF8.GetString(token), reader.GetFieldValue<DateTimeOffset>(1));
    }
}
