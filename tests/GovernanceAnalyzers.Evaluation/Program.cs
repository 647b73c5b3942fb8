using GovernanceAnalyzers.Evaluation;

return Execute(args, Console.Out, Console.Error);

/// <summary>The program, in one call.</summary>
internal static partial class Program
{
    private const int Measured = 0;
    private const int MeasuredAndWrong = 1;
    private const int BadInput = 2;

    internal static int Execute(string[] words, TextWriter output, TextWriter error)
    {
        if (words is [] or ["--help" or "-h"])
        {
            output.WriteLine(Arguments.Usage);
            return words is [] ? BadInput : Measured;
        }

        try
        {
            var arguments = Arguments.Parse(words);
            var result = new Run(arguments).Result();
            new Report(output).Write(result, arguments.Details);
            return result.Failures.Any() || result.Noise.Any(n => n.Finding.Id != GovernanceAnalyzers.Evaluation.Verdicts.Finding.Facts) ? MeasuredAndWrong : Measured;
        }
        catch (BadInputException problem)
        {
            error.WriteLine(problem.Message);
            return BadInput;
        }
    }
}
