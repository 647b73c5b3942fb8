using System.Globalization;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>Reads <c>access:Read, mode?:Open, this.CommandText/cmdText:sql(SELECT)</c>. A mistake is told with its place.</summary>
internal static class ConditionParser
{
    private const string Sql = "sql(";
    private const string From = "from(";
    private const string Code = "code(";
    private const string Form = "a condition is parameter:value, or parameter.Property:value, with more values after | and more conditions after a comma";

    /// <summary>Null where there was a mistake.</summary>
    public static CallCondition? Parse(ListField text, Action<TextSpan, string> mistake)
    {
        var isWrong = false;
        var parts = ListField.Split(text.Text, text.Span.Start, ',').Select(p => Part(p, (span, message) =>
        {
            isWrong = true;
            mistake(span, message);
        })).ToList();
        return isWrong ? null : new(text.Text, parts.OfType<ConditionPart>().ToEquatableArray());
    }

    private static ConditionPart? Part(ListField text, Action<TextSpan, string> mistake)
    {
        var colon = text.Text.IndexOf(':');
        if (colon <= 0)
        {
            mistake(text.Span, Form);
            return null;
        }

        var subject = ListField.Split(text.Text.Substring(0, colon), text.Span.Start, ':')[0];
        var values = ListField.Split(text.Text.Substring(colon + 1), text.Span.Start + colon + 1, '|')
            .Select(v => Value(v, mistake)).OfType<ConditionValue>().ToEquatableArray();
        return Subject(subject, values, mistake);
    }

    private static ConditionPart? Subject(ListField text, EquatableArray<ConditionValue> values, Action<TextSpan, string> mistake)
    {
        var isOptional = text.Text.EndsWith("?", StringComparison.Ordinal);
        var name = isOptional ? text.Text.Substring(0, text.Text.Length - 1) : text.Text;
        var slash = name.IndexOf('/');
        var (path, setBy) = slash < 0 ? (name, null) : (name.Substring(0, slash), name.Substring(slash + 1));
        var dot = path.IndexOf('.');
        var (argument, property) = dot < 0 ? (path, null) : (path.Substring(0, dot), path.Substring(dot + 1));
        var (parameter, element) = Element(argument);
        if (!IsName(parameter) || (property is not null && !IsName(property)) || (setBy is not null && (property is null || !IsName(setBy))))
        {
            mistake(text.Span, $"'{text.Text}' names no argument; {Form}");
            return null;
        }

        if (parameter == ConditionPart.Receiver && property is null && values.Any(v => v.Test is not (ValueTest.From or ValueTest.Code)))
        {
            mistake(text.Span, "of the object that the member is called on, a property is looked at: this.Property");
            return null;
        }

        return new(parameter, property, setBy, isOptional, values) { Element = element, ParameterSpan = new TextSpan(text.Span.Start, parameter.Length) };
    }

    /// <summary><c>args[0]</c>: the first of what is passed as an array, or one by one.</summary>
    private static (string Parameter, int? Element) Element(string argument)
        => argument.EndsWith("]", StringComparison.Ordinal) && argument.IndexOf('[') is > 0 and var open
        && int.TryParse(argument.Substring(open + 1, argument.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var element)
            ? (argument.Substring(0, open), element)
            : (argument, null);

    private static ConditionValue? Value(ListField text, Action<TextSpan, string> mistake)
    {
        var word = text.Text;
        var value = word == "unset" ? new ConditionValue(ValueTest.Unset, "")
                  : word == "constant" ? new(ValueTest.Constant, "")
                  : word == "temporary" ? new(ValueTest.Temporary, "")
                  : word == "asks" ? new(ValueTest.Asks, "")
                  : word.StartsWith("!", StringComparison.Ordinal) && IsWord(word.Substring(1)) ? new(ValueTest.IsNot, word.Substring(1))
                  : word.StartsWith(Sql, StringComparison.Ordinal) ? Of(ValueTest.Sql, Sql, word)
                  : word.StartsWith(From, StringComparison.Ordinal) ? Of(ValueTest.From, From, word)
                  : word.StartsWith(Code, StringComparison.Ordinal) ? Of(ValueTest.Code, Code, word)
                  : word.EndsWith("*", StringComparison.Ordinal) && IsWord(word.Substring(0, word.Length - 1)) ? new(ValueTest.BeginsWith, word.Substring(0, word.Length - 1))
                  : IsWord(word) ? new(ValueTest.Is, word)
                  : null;
        if (value is null)
        {
            mistake(text.Span, $"'{text.Text}' is no value; write a constant or a name as in Read, !DeleteOnClose, Get*, constant, unset, temporary, asks, sql(SELECT), from(Create) or code(Create)");
        }

        return value is null ? null : value with { Span = text.Span };
    }

    private static ConditionValue? Of(ValueTest test, string opening, string text)
    {
        var words = text.EndsWith(")", StringComparison.Ordinal) ? text.Substring(opening.Length, text.Length - opening.Length - 1) : "";
        return words.Split(' ').All(IsName) ? new(test, words) : null;
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c == '_') && !char.IsDigit(text[0]);

    private static bool IsWord(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
}
