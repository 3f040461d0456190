using System.Net;

namespace JoorBus.Joor;

/// <summary>A body that knows whether anybody began to send it. Every request has one, so one that was not begun was surely never sent.</summary>
internal sealed class JoorContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;

    public JoorContent(JoorPayload payload)
    {
        _bytes = payload.Bytes;
        Headers.TryAddWithoutValidation("Content-Type", payload.ContentType);
    }

    public bool IsBegun { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        await SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsBegun = true;
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
