namespace JoorBus.Joor;

/// <summary>Reads an answer's body up to a limit.</summary>
internal static class JoorBodies
{
    private const int FirstBuffer = 64 << 10;

    public static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var announced = content.Headers.ContentLength ?? FirstBuffer;
        var buffer = new byte[Math.Min(announced, limit) + 1];
        var filled = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            filled += read;
            if (read == 0 || filled > limit)
                return (buffer.AsMemory(0, filled), filled <= limit);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1));
        }
    }
}
