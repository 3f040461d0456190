using System.Text;

namespace JoorBus.Simulators.Joor;

/// <summary>v2 tokens, those taken back included, so that a late use of one can be told.</summary>
internal sealed class TokenBook
{
    private const string Scheme = "OAuth2 ";
    private readonly Lock _lock = new();
    private readonly Dictionary<string, KnownToken> _byEncodedToken = [];
    private readonly Dictionary<JoorAccount, int> _added = [];

    public KnownToken? Find(string authorization)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        lock (_lock)
            return _byEncodedToken.GetValueOrDefault(authorization[Scheme.Length..].Trim());
    }

    /// <summary>A token taken back may come again; it then counts as another one.</summary>
    public void Add(JoorAccount account, string token)
    {
        lock (_lock)
        {
            if (_byEncodedToken.GetValueOrDefault(Encode(token)) is { IsRevoked: false })
                throw new ArgumentException("An account has this token already.", nameof(token));
            var ordinal = _added.GetValueOrDefault(account);
            _added[account] = ordinal + 1;
            _byEncodedToken[Encode(token)] = new KnownToken(account, ordinal);
        }
    }

    public JoorAccount Revoke(string token)
    {
        lock (_lock)
        {
            var known = Get(token);
            known.IsRevoked = true;
            return known.Account;
        }
    }

    public KnownToken Get(string token)
    {
        lock (_lock)
            return _byEncodedToken.TryGetValue(Encode(token), out var known) ? known : throw new KeyNotFoundException("No account has this token.");
    }

    private static string Encode(string token) => Convert.ToBase64String(Encoding.UTF8.GetBytes(token));
}

/// <summary>A v2 token without its text.</summary>
internal sealed class KnownToken(JoorAccount account, int ordinal)
{
    public JoorAccount Account { get; } = account;

    /// <summary>Place among the account's tokens, from 0; later ones count on.</summary>
    public int Ordinal { get; } = ordinal;

    public bool IsRevoked { get; set; }
}
