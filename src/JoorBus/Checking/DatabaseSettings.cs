using Npgsql;

namespace JoorBus.Checking;

internal static class DatabaseSettings
{
    private const int Seconds = 5;

    /// <summary>One short-lived connection that gives up early, where the connection string does not say otherwise.</summary>
    public static string ForCheck(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "joorbus check" };
        settings.Timeout = Math.Min(settings.Timeout is 0 ? Seconds : settings.Timeout, Seconds);
        return settings.ConnectionString;
    }
}
