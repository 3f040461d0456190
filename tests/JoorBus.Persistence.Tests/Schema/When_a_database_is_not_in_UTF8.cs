using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using Npgsql;

namespace JoorBus.Persistence.Tests.Schema;

public sealed class When_a_database_is_not_in_UTF8
{
    [Fact]
    public async Task Should_be_refused_before_anything_is_made_in_it()
    {
        var whole = new NpgsqlConnectionStringBuilder(await TestDatabase.CreateAsync());
        await RunAsync(whole, "create database plain_ascii encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0");
        var ascii = new NpgsqlConnectionStringBuilder(whole.ConnectionString) { Database = "plain_ascii" };
        await using var host = Host.Unmigrated(ascii.ConnectionString);

        var fault = await Should.ThrowAsync<UnfitDatabaseException>(() => host.Migrator.MigrateAsync(CancellationToken.None));

        fault.Message.ShouldBe("The database 'plain_ascii' is in SQL_ASCII and cannot keep every name or text that comes from JOOR");
        fault.Advice.ShouldContain("encoding 'UTF8'");
        (await RunAsync(ascii, "select count(*) from pg_namespace where nspname = 'joorbus'")).ShouldBe(0L);
    }

    private static async Task<object?> RunAsync(NpgsqlConnectionStringBuilder database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
