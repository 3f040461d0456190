using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Reads the lines of orders, many orders at once; what JOOR refuses for one order spoils no other.</summary>
internal sealed class JoorV4Lines(JoorV4RowPages list, JoorV4Upcs upcs, JoorV4OrderOptions names)
{
    public const string Path = "/orders/sku_line_items";

    /// <summary>Accepted also where single orders are refused; else the first answer that was not accepted.</summary>
    public async Task<JoorAnswer<JoorV4LinesByOrder>> OfAsync(IReadOnlyList<string> orderIds, CancellationToken cancellationToken)
    {
        var found = new JoorV4LinesByOrder();
        JoorAnswer<JoorV4LinesByOrder> answer = new JoorAnswer<JoorV4LinesByOrder>.Accepted(found, 0);
        foreach (var chunk in orderIds.Chunk(Math.Max(1, names.OrdersPerLineRead)))
        {
            answer = await FillAsync(found, chunk, cancellationToken);
            if (answer is not JoorAnswer<JoorV4LinesByOrder>.Accepted)
                return answer;
        }
        return await upcs.FillAsync(found, cancellationToken) ?? answer;
    }

    private async Task<JoorAnswer<JoorV4LinesByOrder>> FillAsync(JoorV4LinesByOrder found, string[] ids, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(ids, cancellationToken);
        switch (answer)
        {
            case JoorAnswer<List<JsonElement>>.Accepted(var rows, var left):
                found.Add(rows);
                return new JoorAnswer<JoorV4LinesByOrder>.Accepted(found, left);
            case JoorAnswer<List<JsonElement>>.Refused or JoorAnswer<List<JsonElement>>.NotFound when ids.Length > 1:
                var half = await FillAsync(found, ids[..(ids.Length / 2)], cancellationToken);
                return half is JoorAnswer<JoorV4LinesByOrder>.Accepted ? await FillAsync(found, ids[(ids.Length / 2)..], cancellationToken) : half;
            case JoorAnswer<List<JsonElement>>.Refused(var reason, _):
                found.Refuse(ids[0], reason);
                return new JoorAnswer<JoorV4LinesByOrder>.Accepted(found, 0);
            case JoorAnswer<List<JsonElement>>.NotFound:
                found.Refuse(ids[0], "status 404");
                return new JoorAnswer<JoorV4LinesByOrder>.Accepted(found, 0);
            default:
                return answer.As(_ => found);
        }
    }

    private async Task<JoorAnswer<List<JsonElement>>> ReadAsync(string[] ids, CancellationToken cancellationToken)
    {
        var query = $"order_ids={string.Join(',', ids.Select(Uri.EscapeDataString))}";
        var paging = new JoorV4Paging(names.LargestPage, list.Limit);
        var rows = new List<JsonElement>();
        for (var shifts = 0; ;)
        {
            var answer = await list.ReadAsync(Path, query, paging, cancellationToken);
            if (answer is not JoorAnswer<JoorV4Rows>.Accepted { Value: var page, CreditsLeft: var left })
                return answer.As(_ => rows);
            if (page.Words is { } words)
                return new JoorAnswer<List<JsonElement>>.Refused(words) { Where = answer.Where };
            if (paging.Take(page.Rows, IdentityOf) is { } fresh)
            {
                rows.AddRange(fresh);
                if (!paging.HasMore)
                    return new JoorAnswer<List<JsonElement>>.Accepted(rows, left);
            }
            else if (++shifts == JoorShifting.Passes)
            {
                return new JoorAnswer<List<JsonElement>>.OutcomeUnknown("the lines changed during each of several readings") { Where = answer.Where };
            }
            else
            {
                rows.Clear();
                paging.Restart();
            }
        }
    }

    private static string IdentityOf(JsonElement row) =>
        new JoorFields(row, "", new JoorFaults()).Text("id") ?? Convert.ToHexString(JoorOrderContent.Hash(row));
}
