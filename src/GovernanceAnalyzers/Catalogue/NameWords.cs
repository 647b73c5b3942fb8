namespace GovernanceAnalyzers.Catalogue;

/// <summary>The words of a name: <c>get_open_orders</c>, <c>getOpenOrders</c> and <c>get-open-orders</c> have the same. What is no letter parts two.</summary>
internal static class NameWords
{
    public static IEnumerable<string> Of(string name)
    {
        for (var start = 0; start < name.Length;)
        {
            var end = start;
            while (end < name.Length && char.IsLetter(name[end]) && !(end > start && char.IsUpper(name[end]) && char.IsLower(name[end - 1])))
            {
                end++;
            }

            if (end > start)
            {
                yield return name.Substring(start, end - start);
            }

            start = end > start ? end : start + 1;
        }
    }
}
