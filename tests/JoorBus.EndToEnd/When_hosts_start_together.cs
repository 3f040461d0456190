using JoorBus.EndToEnd.World;
using JoorBus.Hosting;
using JoorBus.Persistence;
using JoorBus.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JoorBus.EndToEnd;

public sealed class When_hosts_start_together
{
    private const string Waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";

    [Fact]
    public async Task Should_declare_their_queues_one_after_another()
    {
        await using var brand = await Brand.OpenAsync();
        await using var database = new Database(Options.Create(brand.Settings.Persistence));
        await using var first = Turn(brand, database);
        await using var second = Turn(brand, database);
        await first.StartAsync(CancellationToken.None);

        var waiting = second.StartAsync(CancellationToken.None);
        await Eventually.BecomesTrueAsync(async () => await CountAsync(database) == 1, "the second one waits");
        waiting.IsCompleted.ShouldBeFalse();
        await first.StartedAsync(CancellationToken.None);

        await waiting;
        (await CountAsync(database)).ShouldBe(0);
    }

    private static DeclaringTurn Turn(Brand brand, Database database) => new(brand.Settings, database, NullLogger<DeclaringTurn>.Instance);

    private static async Task<long> CountAsync(Database database)
    {
        await using var command = database.Command(Waiting);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
