using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance.Tests;

/// <summary>Values that JSON cannot show, or would show only in part: what is shown instead, and what is said.</summary>
public sealed class UnwritableTests
{
    private readonly StepJson _json = new(longestValue: 20_000);

    [Fact]
    public void A_member_whose_getter_throws_is_marked_and_the_others_are_shown() => Shows(
        new Throws(),
        """{"Id":"a","Value":{"$unserializable":"Int32","why":"InvalidOperationException: no rate"}}""",
        "x.Value (Int32): InvalidOperationException: no rate");

    [Fact]
    public void The_way_to_a_member_is_named() => Shows(
        new Order("o", [new Line(1, new()), new Line(2, new())]),
        null,
        "x.Lines[0].Rate.Value (Int32): InvalidOperationException: no rate; x.Lines[1].Rate.Value (Int32): InvalidOperationException: no rate");

    [Fact]
    public void A_circle_is_shown_once_round()
    {
        var (one, other) = (new Node("one"), new Node("other"));
        (one.Next, other.Next) = (other, one);
        Shows(
            one,
            """{"Name":"one","Next":{"Name":"other","Next":{"$unserializable":"Node","why":"it leads back to itself"}}}""",
            "x.Next.Next (Node): it leads back to itself");
    }

    [Fact]
    public void What_is_met_twice_is_no_circle()
    {
        var twice = new Node("twice");
        Shows<object[]>([twice, twice], """[{"Name":"twice","Next":null},{"Name":"twice","Next":null}]""");
    }

    [Fact]
    public void A_chain_is_shown_down_to_a_depth()
    {
        Node? chain = null;
        for (var i = 0; i < 100_000; i++)
        {
            chain = new Node("n") { Next = chain };
        }

        Assert.EndsWith(".Next (Node): it is nested deeper than 60 levels", Problem(chain), StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_value_that_is_written_is_read_back_inside_its_request()
    {
        Node? chain = null;
        for (var i = 0; i < 59; i++)
        {
            chain = new Node("n") { Next = chain };
        }

        var json = _json.Write(chain, out var problem);
        Assert.True(problem is null, problem);
        Assert.NotNull(new RecordedArguments(_json, $$"""{"chain":{{json}}}""", null).Read<Node>("chain"));
    }

    [Fact]
    public void A_sequence_without_end_is_cut_off()
    {
        var problem = Problem(Endless());
        Assert.Contains("it is longer than 20000 bytes of JSON; hand over a path, an id or a digest of it", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14_000, true)]
    [InlineData(16_000, false)]
    [InlineData(1_000_000, false)]
    public void Bytes_are_written_up_to_a_length(int length, bool written)
    {
        var json = _json.Write(new byte[length], out var problem);
        Assert.Equal(written, problem is null);
        Assert.Equal(written, _json.TryReadBack<byte[]>(json, out var back) && back!.Length == length);
    }

    [Fact]
    public void A_sequence_that_fails_on_the_way_shows_what_it_gave()
    {
        var problem = Problem(Failing(), out var json);
        Assert.StartsWith("""[1,2,{"$unserializable":""", json, StringComparison.Ordinal);
        Assert.StartsWith("x[2] (", problem, StringComparison.Ordinal);
        Assert.EndsWith("TimeoutException: too late", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_value_inside_another_is_shown_whole() => Shows(
        new Box([new Animal("a"), new Dog("d", 3)], new Dog("e", 4)),
        """{"All":[{"Name":"a"},{"Barks":3,"Name":"d"}],"Best":{"Barks":4,"Name":"e"}}""");

    [Fact]
    public void A_derived_value_that_its_base_lists_keeps_its_name_and_one_that_is_not_listed_is_shown_whole() => Shows<Shape[]>(
        [new Circle(2), new Square(3)],
        """[{"$type":"circle","Radius":2},{"Side":3}]""");

    [Fact]
    public void A_listed_value_is_read_back()
    {
        var json = _json.Write<Shape[]>([new Circle(2)], out var problem);
        Assert.Null(problem);
        Assert.True(_json.TryReadBack<Shape[]>(json, out var back));
        Assert.Equal(new Circle(2), back![0]);
    }

    [Fact]
    public void A_member_that_is_kept_out_of_JSON_is_not_shown_and_that_it_has_a_value_is_said() => Shows(
        new Ignoring { Id = "a", Secret = "s3cret", Field = 4 },
        """{"Field":{"$unserializable":"Int32","why":"it is kept out of JSON by [JsonIgnore]"},"Id":"a","Secret":{"$unserializable":"String","why":"it is kept out of JSON by [JsonIgnore]"}}""",
        "x.Secret (String): it is kept out of JSON by [JsonIgnore]; x.Field (Int32): it is kept out of JSON by [JsonIgnore]");

    [Fact]
    public void One_that_has_no_value_or_is_computed_hides_nothing() => Shows(new Ignoring { Id = "a" }, """{"Id":"a"}""");

    [Fact]
    public void A_record_with_such_a_member_is_told_too()
        => Assert.Equal("x.B (String): it is kept out of JSON by [JsonIgnore]", Problem(new Positional("a", "b")));

    [Fact]
    public void A_collection_with_a_member_of_its_own_is_no_list() => Assert.EndsWith(
        "it is a collection, of which JSON shows the items and not its 'Customer'", Problem(new Basket("lena") { 1 }), StringComparison.Ordinal);

    [Fact]
    public void A_type_with_nothing_to_show_is_told()
        => Assert.Equal("x (Hidden): it has values but no public member that shows them", Problem(new Hidden(1)));

    [Fact]
    public void What_is_no_data_is_told()
    {
        using var stream = new MemoryStream([1, 2]);
        Assert.Equal("x (MemoryStream): a MemoryStream is no data", Problem(stream));
        Assert.Equal("x.File (MemoryStream): a MemoryStream is no data", Problem(new { File = (object)stream, Name = "n" }));
        using var own = new OwnStream();
        Assert.Equal("x (OwnStream): a MemoryStream is no data", Problem(own));
        Assert.StartsWith("x (System.Func`1[System.Int32]): NotSupportedException", Problem(() => 1), StringComparison.Ordinal);
        Assert.StartsWith("x.Type (RuntimeType): NotSupportedException", Problem(new { Type = typeof(int) }), StringComparison.Ordinal);
        Assert.Contains("can be read only by who waits for it", Problem(Later()), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_may_be_anything()
    {
        Shows(new Dictionary<int, string> { [2] = "b", [10] = "a" }, """{"10":"a","2":"b"}""");
        Shows(new Dictionary<DayOfWeek, int> { [DayOfWeek.Monday] = 1 }, """{"Monday":1}""");
        Shows(
            new Dictionary<Animal, int> { [new("b")] = 1, [new Dog("a", 2)] = 3 },
            """[{"Key":{"Barks":2,"Name":"a"},"Value":3},{"Key":{"Name":"b"},"Value":1}]""");
        Shows(
            new Dictionary<string, Throws> { ["k"] = new() },
            """{"k":{"Id":"a","Value":{"$unserializable":"Int32","why":"InvalidOperationException: no rate"}}}""",
            "x[k].Value (Int32): InvalidOperationException: no rate");
    }

    [Theory]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    [InlineData(-0.0, "-0")]
    public void Numbers_beyond_numbers_have_names(double number, string json)
    {
        Shows(number, json);
        Assert.True(_json.TryReadBack<double>(json, out var back));
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(back));
    }

    [Fact]
    public void The_kind_of_a_time_is_shown()
    {
        var unspecified = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Unspecified);
        Shows(unspecified, "\"2026-01-05T09:00:00\"");
        Shows(DateTime.SpecifyKind(unspecified, DateTimeKind.Utc), "\"2026-01-05T09:00:00Z\"");
        Assert.Matches("\"2026-01-05T09:00:00[+-].*\"", _json.Write(DateTime.SpecifyKind(unspecified, DateTimeKind.Local), out _));
        Assert.True(_json.TryReadBack<DateTime>("\"2026-01-05T09:00:00Z\"", out var back));
        Assert.Equal(DateTimeKind.Utc, back.Kind);
    }

    [Fact]
    public void A_members_own_converter_is_used_where_a_neighbour_fails()
        => Assert.Contains("\"Day\":\"Friday\"", Json(new Converted()), StringComparison.Ordinal);

    [Fact]
    public void What_is_redacted_stays_so_where_a_neighbour_fails()
    {
        var json = Json(new Secretive("s3cret"));
        Assert.Contains("\"Pin\":{\"$redacted\":\"hmac-sha256:", json, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", json, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", _json.WriteRedacted(new Visible("s3cret"), out var problem, "x"), StringComparison.Ordinal);
        Assert.Equal("x: it is redacted, and cannot be written whole", problem);
    }

    [Fact]
    public void Many_problems_are_counted()
        => Assert.EndsWith("; and 3 more", Problem(Enumerable.Range(0, 8).Select(_ => new Throws()).ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_given_resolver_hides_no_more()
    {
        var json = new StepJson(new DefaultJsonTypeInfoResolver());
        json.Write(new Positional("a", "b"), out var problem);
        Assert.NotNull(problem);
    }

    private void Shows<T>(T value, string? json, string? problem = null)
    {
        Assert.Equal((json ?? Json(value), problem), (_json.Write(value, out var said, "x"), said));
    }

    private string Json<T>(T value) => _json.Write(value, out _);

    private string? Problem<T>(T value) => Problem(value, out _);

    private string? Problem<T>(T value, out string json)
    {
        json = _json.Write(value, out var problem, "x");
        return problem;
    }

    private static IEnumerable<int> Endless()
    {
        while (true)
        {
            yield return 1;
        }
    }

    private static IEnumerable<int> Failing()
    {
        yield return 1;
        yield return 2;
        throw new TimeoutException("too late");
    }

    private static async IAsyncEnumerable<int> Later()
    {
        await Task.Yield();
        yield return 1;
    }

    private sealed class Throws
    {
        public string Id => "a";

        public int Value => throw new InvalidOperationException("no rate");
    }

    private sealed record Secretive([Redacted] string Pin)
    {
        public int Value => throw new InvalidOperationException("no");
    }

    private sealed record Visible(string Name)
    {
        public int Value => throw new InvalidOperationException("no");
    }

    private sealed record Line(int Number, Throws Rate);

    private sealed record Order(string Id, IReadOnlyList<Line> Lines);

    private sealed class Node(string name)
    {
        public string Name => name;

        public Node? Next { get; set; }
    }

    private record Animal(string Name);

    private sealed record Dog(string Name, int Barks) : Animal(Name);

    private sealed record Box(List<Animal> All, Animal Best);

    [JsonDerivedType(typeof(Circle), "circle")]
    private record Shape;

    private sealed record Circle(int Radius) : Shape;

    private sealed record Square(int Side) : Shape;

    private sealed class Ignoring
    {
        [JsonIgnore]
        public int Field;

        public string Id { get; init; } = "";

        [JsonIgnore]
        public string? Secret { get; init; }

        [JsonIgnore]
        public string Computed => Id + "!";

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Maybe { get; init; }
    }

    private sealed record Positional(string A, [property: JsonIgnore] string B);

    private sealed class Basket(string customer) : List<int>
    {
        public string Customer { get; } = customer;
    }

    private sealed class Hidden(int value)
    {
        private readonly int _value = value;

        public override string ToString() => _value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class OwnStream : MemoryStream
    {
        public string Name => "n";
    }

    private sealed class Converted
    {
        [JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))]
        public DayOfWeek Day => DayOfWeek.Friday;

        public int Value => throw new InvalidOperationException("no");
    }
}
