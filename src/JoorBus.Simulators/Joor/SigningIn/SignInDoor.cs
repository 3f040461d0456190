using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>v4's token endpoint. Its faults are Keycloak's, which runs behind it.</summary>
internal sealed class SignInDoor(JoorAccounts accounts, FaultyDelivery delivery, JoorSimulatorOptions options, TimeProvider time)
{
    private static readonly Guid SessionScope = new("0b0f7f9e-3a55-5d0e-8f0e-6a7c1d9b2f43");
    private readonly ConcurrentQueue<JoorSignIn> _signIns = new();

    public IReadOnlyList<JoorSignIn> Snapshot() => [.. _signIns.OrderBy(signIn => signIn.Request)];

    public async Task Handle(JoorExchange exchange)
    {
        var http = exchange.Http;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            await exchange.Refuse(405, "POST is required");
            return;
        }
        var form = await Form(exchange);
        var user = accounts.Users.Find(form["client_id"].ToString(), form["username"].ToString());
        var atOnce = 0;
        if (user is not null)
        {
            var stay = user.SigningIn.Enter()!;
            exchange.Stays.Add(stay);
            atOnce = stay.Place;
        }
        var entry = new JoorSignIn { Request = exchange.Request.Number, At = exchange.Request.ReceivedAt, UserOrdinal = user?.Ordinal, AtOnce = atOnce };
        var isNoted = false;
        try
        {
            await delivery.Deliver(exchange, () => { }, (_, _) =>
            {
                var answer = SignIn(form, user, out var token);
                _signIns.Enqueue(entry with { AccessToken = token });
                isNoted = true;
                return answer;
            });
        }
        finally
        {
            if (!isNoted)
                _signIns.Enqueue(entry);
        }
    }

    private JoorAnswer SignIn(IFormCollection form, KnownUser? user, out int? ordinal)
    {
        ordinal = null;
        if (!accounts.Users.IsClient(form["client_id"].ToString(), form["client_secret"].ToString()))
            return JoorRefusals.SigningIn(401, "invalid_client", "Invalid client or Invalid client credentials");
        if (form["grant_type"] != "password")
            return JoorRefusals.SigningIn(400, "unsupported_grant_type", "Unsupported grant_type");
        if (user?.Secrets is not { } secrets || secrets.ClientSecret != form["client_secret"] || secrets.Password != form["password"])
            return JoorRefusals.SigningIn(401, "invalid_grant", "Invalid user credentials");
        var (text, token) = accounts.Users.Issue(user, time.GetUtcNow());
        ordinal = token.Ordinal;
        return JoorAnswer.Of(
            new JsonObject
            {
                ["access_token"] = text,
                ["expires_in"] = (long)options.TokenLifetime.TotalSeconds,
                ["refresh_expires_in"] = 7_776_000,
                ["refresh_token"] = $"refresh.{text}",
                ["token_type"] = "Bearer",
                ["not-before-policy"] = 0,
                ["session_state"] = Seeded.Id(SessionScope, text).ToString(),
                ["scope"] = "email profile",
            },
            JoorFormat.Json);
    }

    private static async Task<IFormCollection> Form(JoorExchange exchange)
    {
        try
        {
            return exchange.Http.Request.HasFormContentType ? await exchange.Http.Request.ReadFormAsync(exchange.Ending) : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
