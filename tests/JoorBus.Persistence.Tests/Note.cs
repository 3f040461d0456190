using System.Text.Json.Serialization;
using JoorBus.Persistence.Documents;

namespace JoorBus.Persistence.Tests;

/// <summary>A small document.</summary>
public sealed class Note : IVersioned
{
    public static readonly DocumentIndex ByColor = new("color", "data ->> 'Color'");

    public static readonly DocumentIndex OpenByColor = new("open_color", "data ->> 'Color'", "data ->> 'IsOpen' = 'true'");

    public static readonly DocumentMapping<Note> Mapping = new("note", note => note.Id, NotesJson.Default.Note, ByColor, OpenByColor);

    public Guid Id { get; set; }

    public int Version { get; set; }

    public string Text { get; set; } = "";

    public string Color { get; set; } = "white";

    public bool IsOpen { get; set; }

    public static Guid IdOf(int number) => NameBasedGuid.Create(Guid.Empty, $"note {number}");

    public static Note Number(int number, string text = "") => new() { Id = IdOf(number), Text = text };
}

[JsonSerializable(typeof(Note))]
internal sealed partial class NotesJson : JsonSerializerContext;
