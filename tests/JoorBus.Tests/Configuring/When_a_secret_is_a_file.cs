using Npgsql;

namespace JoorBus.Tests.Configuring;

public sealed class When_a_secret_is_a_file : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("joorbus-secrets-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Should_take_the_value_without_the_end_of_its_line()
    {
        var (settings, faults) = Settings.With(("Connections:0:Token", null), ("Connections:0:Token_FILE", File("a-token\n")));

        faults.ShouldBeEmpty();
        settings.Connections[0].Token.ShouldBe("a-token");
    }

    [Fact]
    public void Should_put_the_passwords_of_the_servers_where_they_belong()
    {
        var (settings, faults) = Settings.With(
            ("Postgres", "Host=db;Username=joorbus;Database=joorbus"),
            ("PostgresPassword_File", File("with;semicolon")),
            ("RabbitMq", "amqp://orders@broker:5672/joorbus"),
            ("RABBITMQPASSWORD_FILE", File("with/slash@at")));

        faults.ShouldBeEmpty();
        new NpgsqlConnectionStringBuilder(settings.Persistence.ConnectionString).Password.ShouldBe("with;semicolon");
        settings.Messaging.RabbitMq.ShouldBe("amqp://orders:with%2Fslash%40at@broker:5672/joorbus");
    }

    [Fact]
    public void Should_say_in_one_sentence_that_the_file_is_missing() =>
        Settings.With(("PostgresPassword_File", "/run/secrets/none")).Faults
            .ShouldBe(["JOORBUS__POSTGRESPASSWORD_FILE is '/run/secrets/none', where there is no file; create it with nothing but the secret in it"]);

    [Fact]
    public void Should_say_that_the_file_is_empty() =>
        Settings.With(("Http:Token_File", File("\n"))).Faults.ShouldHaveSingleItem().ShouldStartWith("JOORBUS__HTTP__TOKEN_FILE is ");

    [Fact]
    public void Should_not_choose_between_a_value_and_a_file() =>
        Settings.With(("Connections:0:Token_File", File("other"))).Faults
            .ShouldContain("JOORBUS__CONNECTIONS__0__TOKEN and JOORBUS__CONNECTIONS__0__TOKEN_FILE are both set; keep one of them");

    [Fact]
    public void Should_show_no_secret_in_a_fault() =>
        string.Concat(Settings.With(("Postgres", "Host=db;Colour=red"), ("PostgresPassword_File", File("the-secret"))).Faults).ShouldNotContain("the-secret");

    private string File(string text)
    {
        var path = Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length}");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
