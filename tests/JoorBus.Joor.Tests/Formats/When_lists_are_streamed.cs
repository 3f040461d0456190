using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed partial class When_lists_are_streamed
{
    [Fact]
    public async Task Should_end_after_the_first_page_that_is_not_full()
    {
        await using var joor = await AnsweringServer.StartAsync();
        joor.Answer = request => Page(Number(request.Address), full: Number(request.Address) < 3);
        await using var gateway = joor.Gateway();

        var pages = await gateway.Client.V4.Products.ReadAllAsync(paging: new JoorPaging { Size = 2 }).ToListAsync();

        pages.Count.ShouldBe(3);
        joor.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(30, 200, 1)]
    [InlineData(120, 200, 2)]
    [InlineData(320, 200, 2)]
    [InlineData(400, 200, 3)]
    [InlineData(120, 60, 3)]
    [InlineData(120, 50, 3)]
    [InlineData(100, 50, 3)]
    public async Task Should_read_all_that_JOOR_gives_piecemeal(int elements, int most, int reads)
    {
        await using var joor = await AnsweringServer.StartAsync();
        joor.Answer = request => Piece(request.Address, elements, most);
        await using var gateway = joor.Gateway();

        var pages = await gateway.Client.V4.Products.ReadAllAsync(paging: new JoorPaging { Size = 200 }).ToListAsync();

        pages.SelectMany(page => ((JoorAnswer<JoorPage<JoorProduct>>.Accepted)page).Value.Readable()).Select(product => product.Id).ShouldBe(Enumerable.Range(1, elements).Select(id => $"{id}"));
        joor.Requests.Count.ShouldBe(reads);
    }

    [Fact]
    public async Task Should_end_after_the_first_answer_that_is_not_accepted()
    {
        await using var joor = await AnsweringServer.StartAsync();
        joor.Answer = request => Number(request.Address) < 2 ? Page(1, full: true) : (400, "application/json", """{"data":[],"errors":[{"status":"VALIDATION_ERROR","message":"page"}]}"""u8.ToArray());
        await using var gateway = joor.Gateway();

        var pages = await gateway.Client.V4.Products.ReadAllAsync(paging: new JoorPaging { Size = 2 }).ToListAsync();

        pages.Select(page => page.GetType().Name).ShouldBe(["Accepted", "Refused"]);
    }

    [Fact]
    public async Task Should_end_where_JOOR_does_not_page_at_all()
    {
        await using var joor = await AnsweringServer.StartAsync();
        joor.Answer = _ => Page(1, full: true);
        await using var gateway = joor.Gateway();

        (await gateway.Client.V4.Products.ReadAllAsync(paging: new JoorPaging { Size = 2 }).ToListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_follow_v2_to_where_JOOR_says()
    {
        await using var joor = await AnsweringServer.StartAsync();
        joor.Answer = request => (200, "application/json", Encoding.UTF8.GetBytes(request.Address.Contains("start_from=7", StringComparison.Ordinal)
            ? """{"styles":{"response":{"code":0,"next_start":""},"style":{"style_id":2}}}"""
            : """{"styles":{"response":{"code":0,"next_start":7},"style":[{"style_id":1}]}}"""));
        await using var gateway = joor.Gateway();

        var ids = new List<string?>();
        await foreach (var page in gateway.Client.V2.Styles.ReadAllAsync(new JoorStyleQuery()))
            ids.AddRange(page.ShouldBeOfType<JoorAnswer<JoorPage<JoorStyle>>.Accepted>().Value.Readable().Select(style => style.StyleId));

        ids.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Should_hold_one_page_at_a_time()
    {
        await using var joor = await AnsweringServer.StartAsync();
        var filler = new string('x', 200_000);
        joor.Answer = request => Page(Number(request.Address), full: Number(request.Address) < 60, filler);
        await using var gateway = joor.Gateway();
        var pages = new List<WeakReference>();

        await foreach (var page in gateway.Client.V4.Products.ReadAllAsync(paging: new JoorPaging { Size = 2 }))
            pages.Add(new WeakReference(page));

        GC.Collect();
        pages.Count.ShouldBe(60);
        pages.Take(58).Count(page => page.IsAlive).ShouldBe(0);
    }

    [GeneratedRegex(@"[?&]page=(\d+)")]
    private static partial Regex PageNumber();

    private static int Number(string address) => int.Parse(PageNumber().Match(address).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[?&]page_size=(\d+)")]
    private static partial Regex PageSize();

    // Counts pages in the size asked for, and gives no more than its own maximum of one.
    private static (int Status, string ContentType, byte[] Body) Piece(string address, int elements, int most)
    {
        var size = int.Parse(PageSize().Match(address).Groups[1].Value, CultureInfo.InvariantCulture);
        var first = ((Number(address) - 1) * size) + 1;
        var given = Enumerable.Range(first, Math.Clamp(elements - first + 1, 0, Math.Min(size, most)));
        return (200, "application/json", Encoding.UTF8.GetBytes($$"""{"data":[{{string.Join(',', given.Select(id => $$"""{"id":"{{id}}"}"""))}}]}"""));
    }

    private static (int Status, string ContentType, byte[] Body) Page(int number, bool full, string filler = "") => (200, "application/json", Encoding.UTF8.GetBytes(
        full ? $$"""{"data":[{"id":"{{number}}a","name":"{{filler}}"},{"id":"{{number}}b"}]}""" : $$"""{"data":[{"id":"{{number}}a"}]}"""));
}
