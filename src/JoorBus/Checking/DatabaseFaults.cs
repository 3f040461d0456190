using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace JoorBus.Checking;

/// <summary>From a failed connection to a sentence and what to do.</summary>
internal static class DatabaseFaults
{
    public static (string Finding, string Advice) Explain(Exception fault, NpgsqlConnectionStringBuilder settings)
    {
        var server = $"{settings.Host}:{settings.Port}";
        return fault is PostgresException refused ? Refused(refused, settings, server) : NotReached(fault, settings, server);
    }

    private static (string Finding, string Advice) Refused(PostgresException fault, NpgsqlConnectionStringBuilder settings, string server) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword =>
            ($"PostgreSQL at {server} refused the password of user '{settings.Username}'", "Correct Username and Password in JOORBUS__POSTGRES."),
        PostgresErrorCodes.InvalidAuthorizationSpecification =>
            ($"PostgreSQL at {server} does not let user '{settings.Username}' in: {fault.MessageText}", "Create the user, or allow this machine in the server's pg_hba.conf."),
        PostgresErrorCodes.InvalidCatalogName =>
            ($"PostgreSQL at {server} has no database '{settings.Database ?? settings.Username}'", $"Create it with: createdb -h {settings.Host} -p {settings.Port} {settings.Database ?? settings.Username}; or correct Database in JOORBUS__POSTGRES."),
        PostgresErrorCodes.TooManyConnections =>
            ($"PostgreSQL at {server} has no connection left", "Raise max_connections, or lower Maximum Pool Size in JOORBUS__POSTGRES."),
        PostgresErrorCodes.CannotConnectNow =>
            ($"PostgreSQL at {server} is starting or stopping", "Try again in a moment."),
        _ => ($"PostgreSQL at {server} refused: {fault.MessageText} (SQLSTATE {fault.SqlState})", "Cure that at the server, or correct JOORBUS__POSTGRES."),
    };

    private static (string Finding, string Advice) NotReached(Exception fault, NpgsqlConnectionStringBuilder settings, string server) => Faults.Innermost(fault) switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            ($"The host '{settings.Host}' of JOORBUS__POSTGRES is not known", "Correct Host in JOORBUS__POSTGRES, or this machine's DNS."),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            ($"Nothing listens at {server}", "Start PostgreSQL, or correct Host and Port in JOORBUS__POSTGRES."),
        TimeoutException or SocketException { SocketErrorCode: SocketError.TimedOut } =>
            ($"{server} does not answer in time", "Check Host and Port in JOORBUS__POSTGRES, and that no firewall stands in between."),
        AuthenticationException tls =>
            ($"TLS with {server} failed: {Faults.OneLine(tls)}", "Name the authority in JOORBUS__POSTGRES (Root Certificate=…), or correct SSL Mode."),
        var other when other.Message.Contains("No password", StringComparison.OrdinalIgnoreCase) =>
            ($"PostgreSQL at {server} asks for a password of user '{settings.Username}', and JOORBUS__POSTGRES has none", "Add Password=… to JOORBUS__POSTGRES."),
        var other => ($"{server} cannot be used: {Faults.OneLine(other)}", "Check JOORBUS__POSTGRES and that PostgreSQL listens there."),
    };
}
