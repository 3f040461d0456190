using System.Net.Sockets;
using System.Security.Authentication;
using JoorBus.Checking;
using Npgsql;

namespace JoorBus.Tests.Checking;

public sealed class When_a_database_refuses
{
    private static readonly NpgsqlConnectionStringBuilder Settings = new("Host=db;Port=5433;Username=joorbus;Password=secret;Database=orders");

    [Theory]
    [InlineData("28P01", "PostgreSQL at db:5433 refused the password of user 'joorbus'", "Correct Username and Password")]
    [InlineData("28000", "does not let user 'joorbus' in: words of the server", "pg_hba.conf")]
    [InlineData("3D000", "has no database 'orders'", "createdb -h db -p 5433 orders")]
    [InlineData("53300", "has no connection left", "max_connections")]
    [InlineData("57P03", "is starting or stopping", "Try again")]
    [InlineData("XX000", "refused: words of the server (SQLSTATE XX000)", "JOORBUS__POSTGRES")]
    public void Should_say_why_and_what_to_do(string sqlState, string finding, string advice) =>
        Explained(new PostgresException("words of the server", "FATAL", "FATAL", sqlState), finding, advice);

    [Fact]
    public void Should_ask_for_the_password_that_is_missing() =>
        Explained(new NpgsqlException("No password has been provided but the backend requires one (in SASL/SCRAM-SHA-256)"), "asks for a password of user 'joorbus'", "Add Password=");

    [Fact]
    public void Should_tell_a_name_that_is_not_known() =>
        Explained(new NpgsqlException("no", new SocketException((int)SocketError.HostNotFound)), "The host 'db' of JOORBUS__POSTGRES is not known", "Correct Host");

    [Fact]
    public void Should_tell_a_closed_port() =>
        Explained(new NpgsqlException("no", new SocketException((int)SocketError.ConnectionRefused)), "Nothing listens at db:5433", "Start PostgreSQL");

    [Fact]
    public void Should_tell_silence() => Explained(new NpgsqlException("no", new TimeoutException()), "db:5433 does not answer in time", "firewall");

    [Fact]
    public void Should_tell_a_certificate() =>
        Explained(new NpgsqlException("no", new AuthenticationException("The remote certificate is invalid.")), "TLS with db:5433 failed: The remote certificate is invalid", "Root Certificate");

    private static void Explained(Exception fault, string finding, string advice)
    {
        var said = DatabaseFaults.Explain(fault, Settings);

        said.Finding.ShouldContain(finding);
        said.Advice.ShouldContain(advice);
        $"{said.Finding} {said.Advice}".ShouldNotContain("secret");
    }
}
