using System.Globalization;
using System.Text;

namespace JoorBus.Simulators.Joor;

/// <summary>The accounts by their tokens.</summary>
internal sealed class JoorAccounts
{
    private const string Scheme = "OAuth2 ";
    private readonly Dictionary<string, JoorAccount> _byEncodedToken = [];

    public JoorAccounts(JoorSimulatorOptions options, TimeProvider time)
    {
        foreach (var (index, token) in options.Tokens.Index())
        {
            var orders = new JoorSimulatorOrders((1001 + index).ToString(CultureInfo.InvariantCulture), index, options, time);
            var account = new JoorAccount(token, orders, new CreditWindow(options.CreditsPerWindow, options.Window));
            _byEncodedToken.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(token)), account);
            All.Add(account);
        }
    }

    public List<JoorAccount> All { get; } = [];

    public JoorAccount? Find(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? _byEncodedToken.GetValueOrDefault(authorization[Scheme.Length..].Trim())
            : null;
}
