using JoorBus.Simulators.Servers;
using Npgsql;
using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests.Servers;

public sealed class When_PostgreSQL_is_killed : IAsyncLifetime
{
    private PrivatePostgres _postgres = null!;
    private string _database = null!;

    public async Task InitializeAsync()
    {
        _postgres = await TestServers.StartOwnPostgresAsync();
        _database = await _postgres.CreateDatabaseAsync("orders");
    }

    public async Task DisposeAsync() => await _postgres.DisposeAsync();

    [Fact]
    public async Task Should_end_every_session_and_keep_every_commit()
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var session = await source.OpenConnectionAsync();
        await ExecuteAsync(session, "create table stored (id int); insert into stored values (7)");

        await _postgres.KillAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ExecuteAsync(session, "select 1"));
        await _postgres.StartAgainAsync();

        await using var next = await source.OpenConnectionAsync();
        (await ExecuteAsync(next, "select id from stored")).ShouldBe(7);
    }

    [Fact]
    public async Task Should_come_back_on_the_same_port()
    {
        var port = _postgres.Port;

        await _postgres.KillAsync();
        await _postgres.StartAgainAsync();

        new NpgsqlConnectionStringBuilder(_postgres.ConnectionString).Port.ShouldBe(port);
    }

    [Fact]
    public async Task Should_refuse_a_second_owner_of_its_folder()
    {
        var second = () => PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = _postgres.Folder });

        (await second.ShouldThrowAsync<ServerUnavailableException>()).Message.ShouldContain("is in use by another running JoorBus process");
    }

    [Fact]
    public async Task Should_refuse_to_call_a_folder_temporary_that_holds_something()
    {
        var kept = Directory.CreateDirectory(TestServers.TemporaryFolder("kept")).FullName;
        await File.WriteAllTextAsync(Path.Combine(kept, "precious"), "");

        var start = () => PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = kept, Temporary = true });

        (await start.ShouldThrowAsync<ServerUnavailableException>()).Message.ShouldContain("is not empty");
        Directory.Delete(kept, recursive: true);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteScalarAsync();
    }
}
