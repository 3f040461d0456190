using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Identifying;

public sealed class When_templates_are_checked
{
    [Fact]
    public void Should_find_nothing_wrong_with_those_given_at_first() => ItemTemplates.Check(new StockTemplates()).ShouldBeEmpty();

    [Theory]
    [InlineData("{{#if season}}{{season}}-{{/if}}{{styleNumber}}")]
    [InlineData("{{{styleNumber}}}")]
    [InlineData("{{#unless sizeCode}}{{sizeName}}{{/unless}}")]
    public void Should_take_fields_and_the_usual_blocks(string template) => ItemTemplates.Check(new StockTemplates { Size = template }).ShouldBeEmpty();

    [Theory]
    [InlineData("", "the template of the size is empty")]
    [InlineData("M", "the template of the size names no field, so every item would get 'M'")]
    [InlineData("{{! only a comment}}", "names no field")]
    [InlineData("S{{sizeName", "the template of the size cannot be read: '{{' at character 2 has no '}}'")]
    [InlineData("{{#if sizeName}}x", "the template of the size cannot be read")]
    [InlineData("{{#upper}}{{sizeName}}{{/upper}}", "'upper' at character 1 is no helper; known are if, unless, each, with")]
    [InlineData("{{upper sizeName}}", "the template of the size cannot be read")]
    public void Should_say_what_is_wrong(string template, string sentence) =>
        ItemTemplates.Check(new StockTemplates { Size = template }).ShouldHaveSingleItem().ShouldContain(sentence);
}
