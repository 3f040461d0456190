using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Managing;

/// <summary>One line per change that a person made.</summary>
internal static partial class ConnectionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "connection.added {Connection} (key {Key}), test: {Test}")]
    public static partial void Added(ILogger log, string connection, string key, string test);

    [LoggerMessage(Level = LogLevel.Information, Message = "connection.changed {Connection} (key {Key}): {Fields}, test: {Test}")]
    public static partial void Changed(ILogger log, string connection, string key, string fields, string test);

    [LoggerMessage(Level = LogLevel.Information, Message = "connection.switched {Connection} (key {Key}): enabled {IsEnabled}")]
    public static partial void Switched(ILogger log, string connection, string key, bool isEnabled);

    [LoggerMessage(Level = LogLevel.Warning, Message = "connection.removed {Connection} (key {Key}), with {Use}")]
    public static partial void Removed(ILogger log, string connection, string key, string use);

    [LoggerMessage(Level = LogLevel.Information, Message = "connections.key-rotated to {KeyId}: {Secrets} secrets of {Connections} connections sealed anew, {Shut} connections stayed shut")]
    public static partial void Rotated(ILogger log, string keyId, int secrets, int connections, int shut);
}
