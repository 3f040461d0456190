using System.Text;
using Npgsql;

namespace JoorBus.TestKit;

/// <summary>Looks for secrets in anything that people or programs get to see: in clear, and as base64, hex, URL and JSON would write them.</summary>
public sealed class SecretScan
{
    private readonly List<(string Secret, string Form)> _forms = [];
    private readonly List<string> _found = [];

    /// <param name="secrets">At least 6 characters each, so that nothing is found by chance.</param>
    public SecretScan(params IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 6, nameof(secrets));
            _forms.AddRange(Forms(secret).Distinct().Select(form => (secret, form)));
        }
    }

    /// <summary>Where which secret was found; empty when nowhere.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>How many characters were looked at: a scan of nothing proves nothing.</summary>
    public long Scanned { get; private set; }

    public SecretScan In(string where, string? text)
    {
        Scanned += text?.Length ?? 0;
        foreach (var (secret, form) in _forms)
        {
            if (text?.Contains(form, StringComparison.OrdinalIgnoreCase) == true)
                _found.Add($"{where} holds '{secret}' as '{form}'");
        }

        return this;
    }

    public SecretScan In(string where, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            In(where, text);
        return this;
    }

    /// <summary>Every row of every table, as text.</summary>
    public async Task<SecretScan> InDatabaseAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        foreach (var table in await ReadAsync(source, "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"))
            In($"table {table}", await ReadAsync(source, $"select t::text from {table} t"));
        return this;
    }

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource source, string sql)
    {
        var texts = new List<string>();
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return System.Text.Json.JsonEncodedText.Encode(secret).ToString();
        yield return Convert.ToHexString(bytes);
        // Inside a longer text base64 has three ways to write it; the characters that hang on the neighbours are left out.
        for (var shift = 0; shift < 3; shift++)
        {
            var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
            var start = shift == 0 ? 0 : shift + 1;
            yield return whole[start..^1];
        }
    }
}
