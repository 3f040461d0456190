using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>Finds who asks: by v2's token, or by v4's bearer token and the account it names.</summary>
internal sealed class JoorCallers(JoorAccounts accounts)
{
    private const string Bearer = "Bearer ";

    public JoorCaller Of(JoorApi api, HttpRequest request, DateTimeOffset now)
    {
        var authorization = request.Headers.Authorization.ToString();
        return api == JoorApi.V2 ? ByToken(authorization) : ByBearer(authorization, request.Query["account"].ToString(), now);
    }

    private JoorCaller ByToken(string authorization)
    {
        if (accounts.Tokens.Find(authorization) is not { } token)
            return JoorCaller.Refused(401, "Invalid token");
        var credential = new JoorCredential { Kind = JoorCredentialKind.Token, Ordinal = token.Ordinal, AccountId = token.Account.Id, IsValid = !token.IsRevoked };
        return token.IsRevoked
            ? JoorCaller.Refused(401, "Invalid token", credential)
            : new JoorCaller { Account = token.Account, Credential = credential };
    }

    private JoorCaller ByBearer(string authorization, string accountId, DateTimeOffset now)
    {
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return JoorCaller.Refused(401, "Authorization with a bearer token is required");
        if (accounts.Users.FindToken(authorization[Bearer.Length..].Trim()) is not { } token)
            return JoorCaller.Refused(401, "Invalid token");
        var credential = new JoorCredential
        {
            Kind = JoorCredentialKind.AccessToken,
            Ordinal = token.User.Ordinal,
            AccessToken = token.Ordinal,
            IsValid = token.EndsAt > now,
        };
        if (!credential.IsValid)
            return JoorCaller.Refused(401, "Token has expired", credential);
        if (accountId.Length == 0)
            return JoorCaller.Refused(400, "Query parameter `account` is required", credential);
        if (accounts.All.Find(known => known.Id == accountId) is not { } account)
            return JoorCaller.Refused(404, $"Account `{accountId}` not found", credential);
        if (!token.User.Accounts.Contains(account))
            return JoorCaller.Refused(403, $"No right to use account `{accountId}`", credential);
        return new JoorCaller { Account = account, Credential = credential, Expire = () => accounts.Users.Expire(known => known == token, now) };
    }
}
