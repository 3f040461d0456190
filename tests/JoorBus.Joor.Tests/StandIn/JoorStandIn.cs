using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace JoorBus.Joor.Tests;

/// <summary>A socket that speaks just enough HTTP to answer well or badly; the last answer repeats. Connections are served side by side.</summary>
internal sealed partial class JoorStandIn : IAsyncDisposable
{
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly SemaphoreSlim _received = new(0);
    private readonly Func<string, int, Func<Stream, Socket, Task>> _answer;
    private readonly ConcurrentBag<Task> _served = [];
    private readonly X509Certificate2? _certificate;
    private readonly Task _loop;

    public JoorStandIn(params Func<Stream, Socket, Task>[] answers)
        : this(null, answers)
    {
    }

    public JoorStandIn(X509Certificate2? certificate, params Func<Stream, Socket, Task>[] answers)
        : this((_, number) => answers[Math.Min(number, answers.Length) - 1], certificate)
    {
    }

    /// <summary>Answers by the request's text and its number, from 1.</summary>
    public JoorStandIn(Func<string, int, Func<Stream, Socket, Task>> answer, X509Certificate2? certificate = null)
    {
        (_certificate, _answer) = (certificate, answer);
        _listener.Start();
        _loop = ServeAsync();
    }

    public IReadOnlyList<string> Requests => [.. _requests];

    public string Url => $"{(_certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/v2";

    public Task ReceivedAsync() => _received.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        await Task.WhenAll(_served);
        _stop.Dispose();
        _received.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                _served.Add(ServeAsync(socket));
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var closing = socket;
        try
        {
            Stream stream = new NetworkStream(socket);
            if (_certificate is not null)
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(_certificate);
                stream = tls;
            }
            await using (stream)
            {
                if (await RequestAsync(stream) is not { } request)
                    return;
                _requests.Enqueue(request);
                var answer = _answer(request, _requests.Count);
                _received.Release();
                await answer(stream, socket).WaitAsync(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception fault) when (fault is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
        }
    }

    private async Task<string?> RequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
                return null;
            if (buffer[0] == TlsHandshake)
            {
                await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
                return null;
            }
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        return text.ToString();
    }

    private static bool IsWhole(string text)
    {
        var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return head >= 0 && text.Length >= head + 4 + (ContentLength().Match(text) is { Success: true } said ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    [GeneratedRegex("Content-Length: ([0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ContentLength();
}
