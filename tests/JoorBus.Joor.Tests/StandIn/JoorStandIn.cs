using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace JoorBus.Joor.Tests;

/// <summary>A socket that speaks just enough HTTP to answer well or badly; the last answer repeats.</summary>
internal sealed class JoorStandIn : IAsyncDisposable
{
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly SemaphoreSlim _received = new(0);
    private readonly Func<Stream, Socket, Task>[] _answers;
    private readonly X509Certificate2? _certificate;
    private readonly Task _loop;

    public JoorStandIn(params Func<Stream, Socket, Task>[] answers)
        : this(null, answers)
    {
    }

    public JoorStandIn(X509Certificate2? certificate, params Func<Stream, Socket, Task>[] answers)
    {
        (_certificate, _answers) = (certificate, answers);
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
        _stop.Dispose();
        _received.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                await ServeAsync(socket);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
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
                _received.Release();
                await _answers[Math.Min(_requests.Count, _answers.Length) - 1](stream, socket).WaitAsync(_stop.Token);
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
        }
    }

    private async Task<string?> RequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
                return null;
            if (buffer[0] == TlsHandshake)
            {
                await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
                return null;
            }
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        return text.ToString();
    }
}
