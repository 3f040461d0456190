using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>Two thousand answers: valid, partly valid, odd types, missing fields, wrong encodings, cut off, enormous, HTML, empty, in JSON and XML.</summary>
public sealed class When_JOOR_answers_anything
{
    [Fact]
    public void Should_never_throw_and_never_lose_a_readable_element()
    {
        var answers = from reader in Gen.Choose(0, AnswerReader.All.Count - 1)
                      from seed in Gen.Choose(0, int.MaxValue)
                      select (reader, seed);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(answers), answer =>
        {
            var reader = AnswerReader.All[answer.reader];
            var body = new SpoiltBody(reader, answer.seed);

            var readable = reader.Read(Bodies.Of(body.Bytes));

            if (body.IsWhole && reader.IsList)
                body.Good.Except(readable ?? []).ShouldBeEmpty($"{reader.Name} of seed {answer.seed}");
        }));
    }

    [Fact]
    public void Should_read_every_whole_list()
    {
        foreach (var reader in AnswerReader.All.Where(reader => reader.IsList))
        {
            var elements = string.Join(',', Enumerable.Range(1, 3).Select(id => reader.Element.Replace("#", $"{id}", StringComparison.Ordinal)));
            var json = reader.Envelope.Replace("@", elements, StringComparison.Ordinal);

            reader.Read(Bodies.Of(json)).ShouldBe(["1", "2", "3"], reader.Name);
            reader.Read(Bodies.Of(XmlTwin.Of(reader.Envelope.StartsWith("{\"data\"", StringComparison.Ordinal) ? $"{{\"answer\":{json}}}" : json))).ShouldBe(["1", "2", "3"], reader.Name);
        }
    }
}
