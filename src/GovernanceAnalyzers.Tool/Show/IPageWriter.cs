namespace GovernanceAnalyzers.Tool.Show;

/// <summary>What a page is made of, whatever it is written in.</summary>
internal interface IPageWriter
{
    /// <param name="level">1 for the page, 2 for a workflow, 3 for a part of it, 4 for a step.</param>
    /// <param name="text">One line.</param>
    void Heading(int level, string text);

    void Paragraph(string text);

    /// <summary>Names with what belongs to each; a name without anything is left out.</summary>
    void Fields(params (string Name, IReadOnlyList<string> Values)[] fields);

    void Table(string[] columns, IEnumerable<string[]> rows);
}
