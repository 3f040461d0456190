namespace JoorBus.Joor.Tests;

/// <summary>One reading endpoint: what it reads, a good element of it, and the ids of what it found readable.</summary>
/// <param name="Name">For people.</param>
/// <param name="Envelope">JSON around the elements, which stand for @.</param>
/// <param name="Element">A good element, whose id stands for #.</param>
/// <param name="Read">Ids of the readable elements; null where the answer as a whole was none.</param>
internal sealed record AnswerReader(string Name, string Envelope, string Element, Func<JoorBody, IReadOnlyList<string?>?> Read)
{
    public bool IsList => Name is not ("stock" or "job" or "errors" or "login");

    public static IReadOnlyList<AnswerReader> All { get; } =
    [
        new("orders", """{"orders":{"response":{"code":0,"log_id":"x"},"order":[@]}}""",
            """{"order_id":#,"order_total":450.10,"date_created":"2013-10-02T06:34:46.125234+00:00","date_ship_start":"2013-10-02","customer_name":"Shop","line_items":[{"item_number":"T-1","item_quantity":5,"style_tags":""}]}""",
            body => Readable(Bodies.Orders(body.Bytes.ToArray()))),
        V2("styles", JoorStyleShape.Element, style => style.StyleId,
            """{"style_id":#,"style_number":"T-1","prices":[{"price_label":"US","price_wholesale":25.5}],"colors":[{"color_name":"Red"}],"categories":["Tops"],"date_created":"2022-01-01T00:00:00+00:00","deleted":false}"""),
        V2("connections", JoorCustomerShape.Element, customer => customer.AccountId,
            """{"customer_account_id":#,"customer_code":"C","billing":{"billing_addresses":[{"billing_code":"B","billing_address_id":1}]},"warehouses":"","price_types":[{"price_type_label":"US"}]}"""),
        V4("products", JoorProductShape.Element, product => product.Id, """{"id":"#","name":"Tee","order_minimum":6,"images":[],"tags":[{"name":"x"}],"product_trait_values":[{"trait":{"id":"t"},"value":"v"}]}"""),
        V4("skus", JoorSkuShape.Element, sku => sku.Id, """{"id":"#","product_id":"3","trait_values":[{"trait":{"id":"c","name":"Color"},"value":"Red","order_nbr":1}],"identifiers":[{"type":"upc","value":"0123"}]}"""),
        V4("prices", JoorPriceShape.Element, price => price.Id, """{"id":"#","sku_id":"s","price_type":{"id":"22","name":"USD-1"},"wholesale_value":"100.00","retail_value":"250.00"}"""),
        V4("price types", JoorPriceShape.Types, type => type.Id, """{"id":"#","name":"US Dollar","currency_code":"USD"}"""),
        V4("traits", JoorTraitShape.Element, trait => trait.Id, """{"id":"#","name":"Size","type":"sku"}"""),
        V4("collections", JoorCollectionShape.Element, collection => collection.Id,
            """{"id":"#","name":"Fall","season":{"id":"3","year":2026},"delivery":{"start_ship_date":"2026-08-01"},"archived":false,"items":[{"product_id":"33","order_number":1,"skus":[{"id":"s"}]}]}"""),
        new("v4 orders", """{"data":[@],"errors":[]}""",
            """{"id":"#","status":"APPROVED","date_modified":"2026-03-01T10:00:00+00:00","customer":{"name":"Shop","code":"C"},"delivery_window_start":"2026-03-01","season":{"code":"S"},"quantity":0,"door":""}""",
            V4Orders),
        new("login", """{"expires_in":36000,"access_token":"t","x":[@]}""", """{"id":"#"}""",
            body => Whole(JoorLoginAnswers.Token(body.Bytes, new JoorConnection(new JoorConnectionOptions()), TimeSpan.Zero, default))),
        new("bulk", """{"data":[@],"errors":[]}""", """{"id":"#","external_id":"T#"}""", Bulk),
        new("stock", """{"bulk_inventory":{"response":{"code":0},"sku_count":1,"inventory_log":[@]}}""", """{"sku":"#","inventory_log_id":"x","status":"pass"}""",
            body => Whole(JoorV2Answers.Told((root, _) => JoorV2Answers.Elements(root, "inventory_log").Count)(body))),
        new("job", """{"bulk_styles":{"response":{"code":0},"bulk_styles_jobs":[@]}}""", """{"bulk_styles_job_id":#,"status":"finished","created":"2016-07-07T18:17:16+00:00","style_record_count":2}""", Job),
        new("errors", """{"data":[],"errors":[@]}""", """{"status":"NOT_FOUND","message":"#","details":{"id":"#"}}""",
            body => JoorEnvelope.WordsOf(body.Bytes.Span, body.Excerpt).Words.Length >= 0 ? null : []),
    ];

    private static AnswerReader V2<T>(string name, JoorElement<T> element, Func<T, string?> idOf, string sample) => new(
        name, $$$"""{"{{{element.Plural}}}":{"response":{"code":0,"log_id":"x","next_start":""},"{{{element.Singular}}}":[@]}}""", sample,
        body =>
        {
            Whole(JoorV2Answers.One(element)(body));
            return JoorV2Answers.Page(element, 0, 50)(body) is JoorAnswer<JoorPage<T>>.Accepted accepted ? [.. accepted.Value.Readable().Select(idOf)] : null;
        });

    private static AnswerReader V4<T>(string name, JoorElement<T> element, Func<T, string?> idOf, string sample) => new(
        name, """{"data":[@],"errors":[]}""", sample,
        body => JoorV4List<T>.Read(body, new JoorPaging(), element) is JoorAnswer<JoorPage<T>>.Accepted accepted ? [.. accepted.Value.Readable().Select(idOf)] : null);

    private static IReadOnlyList<string?>? Readable(JoorAnswer<JoorOrderPage> answer) => answer is JoorAnswer<JoorOrderPage>.Accepted accepted
        ? [.. accepted.Value.Orders.OfType<JoorOrderReading.Readable>().Select(order => order.Order.JoorOrderId)]
        : null;

    private static IReadOnlyList<string?>? Bulk(JoorBody body)
    {
        JoorProduct[] sent = [.. Enumerable.Range(1, 9).Select(id => new JoorProduct { Id = $"{id}", ExternalId = $"T{id}" })];
        var payload = JoorJsonBodyWriter.WriteArray(sent, JoorProductShape.Update.Write);
        return JoorBulkCall.Read(body, JoorProductShape.Update, sent, payload) is JoorAnswer<JoorBulk<JoorProduct, JoorProduct>>.Accepted accepted
            ? [.. accepted.Value.Items.OfType<JoorBulkItem<JoorProduct, JoorProduct>.Accepted>().Select(item => item.Sent.Id)]
            : null;
    }

    private static IReadOnlyList<string?>? V4Orders(JoorBody body)
    {
        IReadOnlyList<string?>? ids = null;
        JoorTrees.Read<string>(body, root =>
        {
            var parser = new JoorV4OrderParser(1 << 20);
            ids = JoorV4RowPages.RowsOf(root)?
                .Select((row, index) => parser.Read(JoorV4Row.Of(row), new JoorV4LinesOf([], null, new Dictionary<string, string>()), index + 1, body.Excerpt))
                .OfType<JoorOrderReading.Readable>().Select(order => (string?)order.Order.JoorOrderId).ToList();
            return new JoorAnswer<string>.NotFound();
        });
        return ids;
    }

    private static IReadOnlyList<string?>? Job(JoorBody body) =>
        Whole(new JoorJobs(null!, TimeProvider.System, "/bulk-style", "bulk_styles_jobs", "bulk_styles_job_id", "style").Read(body));

    // Of an answer about one thing only the outcome counts.
    private static IReadOnlyList<string?>? Whole<T>(JoorAnswer<T> answer) => answer.Explain().Length > 0 ? null : [];
}
