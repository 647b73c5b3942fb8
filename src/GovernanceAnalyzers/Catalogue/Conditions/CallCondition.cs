using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// What must be known of a call for a line to hold of it, every part together: <c>when=access:Read, mode?:Open</c>. What is not constant is not known.
/// </summary>
/// <param name="Text">As written; it belongs to the line's key.</param>
/// <param name="Parts">In the order written.</param>
internal sealed record CallCondition(string Text, EquatableArray<ConditionPart> Parts)
{
    /// <summary>Where it is shown, the call runs the code that an object is made of.</summary>
    public bool RunsCode => Parts.Any(p => p.RunsCode);
}

/// <summary>One argument, or a property of the object that is passed, is one of these values.</summary>
/// <param name="Parameter">The member's parameter; <see cref="Receiver"/> is the object that the member is called on, <see cref="Tool"/> what leads to the call.</param>
/// <param name="Property">The property of that object; null for the value itself.</param>
/// <param name="SetBy">The parameter of the object's constructor that sets the property, where it is not called as the property is.</param>
/// <param name="IsOptional">Holds, too, of an overload that has no such parameter.</param>
/// <param name="Values">One of them is enough.</param>
internal sealed record ConditionPart(string Parameter, string? Property, string? SetBy, bool IsOptional, EquatableArray<ConditionValue> Values)
{
    public const string Receiver = "this";

    /// <summary>The name of the entry point from which the call is reached, where the member has no parameter of that name.</summary>
    public const string Tool = "tool";

    public bool RunsCode => Values.Any(v => v.Test == ValueTest.Code);

    /// <summary>Which element of the array that is passed, from 0; null for the whole argument.</summary>
    public int? Element { get; init; }

    /// <summary>Where the parameter stands in the file.</summary>
    public TextSpan ParameterSpan { get; init; }
}

internal enum ValueTest
{
    /// <summary>The constant, the enum's member or the type's own instance of that name: <c>Read</c>, <c>false</c>, <c>Get</c>.</summary>
    Is,

    /// <summary>Known, and another; of flags: without this one.</summary>
    IsNot,

    /// <summary>The object is made here, and nothing sets the property.</summary>
    Unset,

    /// <summary>A text of SQL that acts by these words only.</summary>
    Sql,

    /// <summary>It begins so: <c>Get*</c>.</summary>
    BeginsWith,

    /// <summary>Any constant: written by the program's author, whatever it is.</summary>
    Constant,

    /// <summary>An object that a library's member of one of these names has made.</summary>
    From,

    /// <summary>An object that a library's member of one of these names has made of code that is to be seen, and that whoever asks goes on to read.</summary>
    Code,

    /// <summary>A path of a file of the code's own, in the folder for temporary ones; or none at all.</summary>
    Temporary,

    /// <summary>An address or a name that says so. It is never shown, and casts doubt on what else is.</summary>
    Asks,
}

/// <summary>A value that an argument may have.</summary>
/// <param name="Test">How it is compared.</param>
/// <param name="Text">The name, or how it begins; of SQL, the words that the text may act by; of a made object, the members.</param>
internal sealed record ConditionValue(ValueTest Test, string Text)
{
    /// <summary>Where it stands in the file.</summary>
    public TextSpan Span { get; init; }

    public bool Holds(KnownValue value) => Test switch
    {
        ValueTest.From => value.Maker is { } maker && Text.Split(' ').Contains(maker),
        ValueTest.Code => value is { Maker: { } maker, Code: not null } && Text.Split(' ').Contains(maker),
        ValueTest.Temporary => value.IsTemporary || value.IsNull,
        _ when value.Maker is not null || value.Composed is not null || value.Code is not null || value.IsTemporary => false,
        ValueTest.Asks => false,
        ValueTest.Unset => value.IsUnset,
        ValueTest.Constant => !value.IsUnset,
        ValueTest.BeginsWith => value.BeginsWith(Text),
        ValueTest.IsNot => !value.IsUnset && !value.Is(Text) && !value.HasFlag(Text),
        ValueTest.Sql => value.Text is { } text && SqlText.ActsOnlyBy(text, Text.Split(' ')),
        _ => value.Is(Text),
    };

    /// <summary>It holds if each unknown part of a text is what its place is for, a name or a value; and if a request is what its address, or the tool's name, says.</summary>
    public bool MayHold(KnownValue value) => Holds(value) || Test switch
    {
        ValueTest.Sql => value.Composed is { } text && SqlText.ActsOnlyBy(text, Text.Split(' ')),
        ValueTest.Asks when value.Name is { } tool => AskingName.IsOfTool(tool),
        ValueTest.Asks => (value.Text ?? value.Composed) is { } address && RequestAddress.Asks(address),
        _ => false,
    };
}
