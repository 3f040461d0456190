namespace JoorBus.Joor;

/// <summary>How long the parts of a request may take.</summary>
internal static class JoorTimes
{
    public static TimeSpan Attempt(JoorRequest request, JoorConnectionOptions connection, JoorOptions options) =>
        request.Kind == JoorRequestKind.Upload ? Longer(options.UploadTimeout, connection.RequestTimeout) : connection.RequestTimeout;

    public static TimeSpan InAll(JoorRequest request, JoorConnectionOptions connection, JoorOptions options) =>
        request.Kind == JoorRequestKind.Upload ? Longer(options.UploadTimeout, connection.TotalTimeout) : connection.TotalTimeout;

    /// <summary>Waiting for another's login, and one of one's own.</summary>
    public static TimeSpan Login(JoorConnectionOptions connection) => connection.RequestTimeout * 2;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
