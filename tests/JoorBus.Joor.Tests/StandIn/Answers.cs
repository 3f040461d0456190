using System.Net.Sockets;
using System.Text;

namespace JoorBus.Joor.Tests;

/// <summary>What the stand-in does once it has a request.</summary>
internal static class Answers
{
    public const string NoOrders = """{"orders":{"response":{"code":0,"comment":"","log_id":"log-1","next_start":""},"order":""}}""";

    public static Func<Stream, Socket, Task> Json(string body) => Status(200, body);

    public static Func<Stream, Socket, Task> Status(int status, string body = "", string headers = "") =>
        Raw($"HTTP/1.1 {status} Given\r\nContent-Type: application/json\r\nDate: Sun, 01 Mar 2026 10:00:00 GMT\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public static Func<Stream, Socket, Task> CutOff(string body, int promised) =>
        Raw($"HTTP/1.1 200 OK\r\nContent-Length: {promised}\r\n\r\n{body}");

    public static Func<Stream, Socket, Task> Closed() => (_, _) => Task.CompletedTask;

    /// <summary>Answers, keeps the connection, takes the next request on it and closes without a word.</summary>
    public static Func<Stream, Socket, Task> JsonThenClosed(string body) => async (stream, _) =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        await stream.ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false);
    };

    public static Func<Stream, Socket, Task> Reset() => (_, socket) =>
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return Task.CompletedTask;
    };

    public static Func<Stream, Socket, Task> Silent() => (_, _) => Task.Delay(Timeout.Infinite);

    private static Func<Stream, Socket, Task> Raw(string answer) => async (stream, _) => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
}
