using Npgsql;
using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests.Servers;

public sealed class When_a_test_asks_for_a_database
{
    [Fact]
    public async Task Should_get_one_of_its_own()
    {
        var one = await TestDatabase.CreateAsync();
        var other = await TestDatabase.CreateAsync();

        await ExecuteAsync(one, "create table orders (id int)");

        (await ExecuteAsync(one, "select to_regclass('orders')::text")).ShouldBe("orders");
        (await ExecuteAsync(other, "select to_regclass('orders')::text")).ShouldBe(DBNull.Value);
    }

    [Fact]
    public void Should_get_a_name_that_PostgreSQL_does_not_cut() =>
        TestDatabase.NameAfter($"/tests/{new string('A', 80)}.cs", 12).ShouldBe(new string('a', 60) + "_12");

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
