using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Simulators.Joor;

/// <summary>v4 users and the access tokens they hold.</summary>
internal sealed class UserBook(JoorSimulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly List<KnownUser> _users = [];
    private readonly Dictionary<string, AccessToken> _tokens = [];

    public void Add(JoorAccount account, JoorSimulatorUser secrets)
    {
        lock (_lock)
        {
            if (_users.Find(user => user.ClientId == secrets.ClientId && user.Username == secrets.Username) is not { } known)
                _users.Add(known = new KnownUser(secrets, _users.Count));
            else if (known.Secrets != secrets)
                throw new ArgumentException($"User {secrets.Username} of client {secrets.ClientId} stands at two accounts with different secrets.", nameof(secrets));
            known.Accounts.Add(account);
        }
    }

    public KnownUser? Find(string clientId, string username)
    {
        lock (_lock)
            return _users.Find(user => user.ClientId == clientId && user.Username == username);
    }

    public bool IsClient(string clientId, string clientSecret)
    {
        lock (_lock)
            return _users.Exists(user => user.Secrets is { } secrets && secrets.ClientId == clientId && secrets.ClientSecret == clientSecret);
    }

    public (string Text, AccessToken Token) Issue(KnownUser user, DateTimeOffset now)
    {
        lock (_lock)
        {
            var token = new AccessToken(user, ++user.Issued, now + options.TokenLifetime);
            // Role and secret are in it, so that no other stand-in knows it.
            var name = $"{options.ServerRole}/{options.Seed}/{user.ClientId}/{user.Username}/{user.Secrets?.ClientSecret}/{user.Secrets?.Password}/{token.Ordinal}";
            var text = $"simulated.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
            _tokens[text] = token;
            return (text, token);
        }
    }

    /// <summary>The token, also when it has expired; null when it was never issued here.</summary>
    public AccessToken? FindToken(string text)
    {
        lock (_lock)
            return _tokens.GetValueOrDefault(text);
    }

    public void Expire(Func<AccessToken, bool> which, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var (text, token) in _tokens.Where(pair => pair.Value.EndsAt > now && which(pair.Value)).ToList())
                _tokens[text] = token with { EndsAt = now };
        }
    }

    public void Replace(string clientId, string username, JoorSimulatorUser? secrets)
    {
        lock (_lock)
        {
            var user = _users.Find(known => known.ClientId == clientId && known.Username == username)
                ?? throw new KeyNotFoundException($"There is no user {username} of client {clientId}.");
            user.Secrets = secrets;
        }
    }
}
