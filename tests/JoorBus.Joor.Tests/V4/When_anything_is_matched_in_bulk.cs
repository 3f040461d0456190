using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>Any mixture of accepted and refused elements, in any order and spelling.</summary>
public sealed class When_anything_is_matched_in_bulk
{
    private static readonly string[][] Identities = [["id"], ["external_id"], ["name"]];

    [Fact]
    public void Should_bring_every_answer_home_and_none_to_another()
    {
        var mixtures = from count in Gen.Choose(1, 30)
                       from seed in Gen.Choose(0, int.MaxValue)
                       select (count, seed);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(mixtures), mixture =>
        {
            var dice = new Random(mixture.seed);
            var sent = Enumerable.Range(0, mixture.count).Select(at => (ExternalId: $"E{at}", Name: $"N{at % 7}")).ToArray();
            var fates = sent.Select(_ => dice.Next(4)).ToArray();
            var data = Shuffled(dice, fates, fate: 0);
            var errors = Shuffled(dice, fates, fate: 1);

            var told = JoorBulkMatching.Match(
                [.. sent.Select(one => Echo($$"""{"external_id":"{{one.ExternalId}}","name":"{{one.Name}}"}"""))],
                [.. data.Select(at => Answer(dice, sent[at], at))],
                [.. errors.Select(at => Answer(dice, sent[at], at))],
                Identities);

            for (var at = 0; at < sent.Length; at++)
                told[at].ShouldBe(fates[at] switch { 0 => data.IndexOf(at), 1 => data.Count + errors.IndexOf(at), _ => -1 });
        }));
    }

    [Fact]
    public void Should_use_no_answer_twice_whatever_came()
    {
        var anything = from sent in Texts(12) from data in Texts(12) from errors in Texts(12) select (sent, data, errors);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(anything), given =>
        {
            var told = JoorBulkMatching.Match(
                [.. given.sent.Select(Echo)], [.. given.data.Select(Echo)], [.. given.errors.Select(Echo)], Identities);

            var used = told.Where(at => at >= 0).ToArray();
            used.ShouldBeUnique();
            used.ShouldAllBe(at => at < given.data.Length + given.errors.Length);
            foreach (var (at, answer) in told.Index().Where(pair => pair.Item >= 0))
            {
                var (mine, theirs) = (given.sent[at], given.data.Concat(given.errors).ElementAt(answer));
                foreach (var name in (string[])["id", "external_id", "name"])
                    (Echo(mine).Find(name) is { } one && Echo(theirs).Find(name) is { } other && !one.Equals(other, StringComparison.OrdinalIgnoreCase)).ShouldBeFalse($"{mine} got {theirs}");
            }
        }));
    }

    private static Gen<string[]> Texts(int most)
    {
        var field = Gen.Elements("", "\"id\":1", "\"id\":\"2\"", "\"external_id\":\"a\"", "\"externalId\":\"b\"", "\"ExternalID\":\"a\"", "\"name\":\"x\"", "\"name\":\"X\"", "\"name\":7");
        var element = from first in field from second in field select $"{{{string.Join(',', new[] { first, second }.Where(text => text.Length > 0).DistinctBy(text => text[..4]))}}}";
        return from count in Gen.Choose(0, most) from list in Gen.ArrayOf(element, count) select list;
    }

    private static List<int> Shuffled(Random dice, int[] fates, int fate)
    {
        var places = Enumerable.Range(0, fates.Length).Where(at => fates[at] == fate).ToArray();
        dice.Shuffle(places);
        return [.. places];
    }

    private static JoorEcho Answer(Random dice, (string ExternalId, string Name) sent, int at) => Echo(dice.Next(5) switch
    {
        0 => $$$"""{"externalId":"{{{sent.ExternalId}}}"}""",
        1 => $$$"""{"id":"{{{1000 + at}}}","external_id":"{{{sent.ExternalId}}}","name":"{{{sent.Name}}}"}""",
        2 => $$$"""{"product":{"ExternalId":"{{{sent.ExternalId}}}","name":"{{{sent.Name}}}"}}""",
        3 => $$$"""{"name":"{{{sent.Name}}}","EXTERNAL_ID":" {{{sent.ExternalId}}} ","images":[]}""",
        _ => $$$"""{"external-id":"{{{sent.ExternalId}}}","unknown":{"deep":[1,2]}}""",
    });

    private static JoorEcho Echo(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JoorEcho.Of(document.RootElement);
    }
}
