using System.Text;
using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests;

public sealed class When_secrets_are_looked_for
{
    private const string Secret = "s3cret/tök\"en";

    [Theory]
    [InlineData("x s3cret/tök\"en y")]
    [InlineData("?t=s3cret%2Ft%C3%B6k%22en")]
    [InlineData("{\"t\":\"s3cret/t\\u00F6k\\u0022en\"}")]
    [InlineData("\\x7333637265742f74c3b66b22656e")]
    public void Should_find_them_in_every_form(string text) => new SecretScan(Secret).In("a text", text).Found.ShouldHaveSingleItem().ShouldStartWith("a text holds");

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("OAuth2:")]
    public void Should_find_them_inside_base64(string before)
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Secret} and more"));

        new SecretScan(Secret).In("a header", text).Found.ShouldNotBeEmpty();
    }

    [Fact]
    public void Should_find_nothing_where_nothing_is()
    {
        var scan = new SecretScan(Secret).In("a text", "s3cret");

        (scan.Found.Count, scan.Scanned).ShouldBe((0, 6));
    }

    [Fact]
    public async Task Should_read_every_table_of_a_database()
    {
        var database = await TestDatabase.CreateAsync();
        await using (var source = Npgsql.NpgsqlDataSource.Create(database))
        await using (var command = source.CreateCommand("create schema hidden; create table hidden.notes (body bytea); insert into hidden.notes values (convert_to('my s3cret-token', 'UTF8'))"))
            await command.ExecuteNonQueryAsync();

        var scan = await new SecretScan("s3cret-token").InDatabaseAsync(database);

        scan.Found.ShouldHaveSingleItem().ShouldStartWith("table hidden.notes");
    }
}
