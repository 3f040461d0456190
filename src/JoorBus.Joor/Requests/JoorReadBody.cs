using System.Buffers;

namespace JoorBus.Joor;

/// <summary>An answer's body, up to a limit, in a rented buffer: pages are large, and fresh arrays of their size cost more than reading them.</summary>
internal readonly struct JoorReadBody(byte[] buffer, int length, bool isWhole) : IDisposable
{
    private const int FirstBuffer = 256 << 10;

    /// <summary>Valid until disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    public bool IsWhole => isWhole;

    public static async Task<JoorReadBody> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var most = (int)Math.Min(limit + 1, Array.MaxLength);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(content.Headers.ContentLength + 1 ?? FirstBuffer, most));
        try
        {
            var filled = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                filled += read;
                if (read == 0 || filled > limit)
                    return new JoorReadBody(buffer, filled, filled <= limit);
                if (filled == buffer.Length)
                    buffer = Enlarged(buffer, most);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private static byte[] Enlarged(byte[] buffer, int most)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, most));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
