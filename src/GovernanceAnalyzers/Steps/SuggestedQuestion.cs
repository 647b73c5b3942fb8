using System.Text;

namespace GovernanceAnalyzers.Steps;

/// <summary>A question made of what is there: the words of the method's name, and every argument. It claims nothing beyond them.</summary>
internal static class SuggestedQuestion
{
    /// <summary><c>IssueRefundAsync(orderId, amount)</c> → <c>Issue refund with order id {orderId}, amount {amount}?</c></summary>
    public static string For(Step step)
    {
        var arguments = ArgumentPlaceholders.Of(step);
        return Words(WithoutAsync(step.Method.Name)) + (arguments.IsEmpty ? "?" : $" with {string.Join(", ", arguments.Select(Named))}?");
    }

    /// <summary><c>{request.OrderId}</c> → <c>order id {request.OrderId}</c>: a bare value says little.</summary>
    private static string Named(string placeholder)
        => $"{Words(placeholder.Trim('{', '}').Split('.').Last()).ToLowerInvariant()} {placeholder}";

    private static string WithoutAsync(string name)
        => name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    /// <summary><c>IssueRefund</c> → <c>Issue refund</c>, <c>orderId</c> → <c>order id</c>; an acronym stays one word.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            var acronym = i + 1 < name.Length && char.IsUpper(name[i]) && char.IsUpper(name[i + 1]);
            words.Append(starts ? " " : "").Append(starts && !acronym ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return words.Replace('_', ' ').ToString().Trim();
    }
}
