using GovernanceAnalyzers.Mutation;

switch (args)
{
    case ["prepare", var folder]:
        new MutationFolder(folder).Prepare();
        return 0;
    case ["sample", var folder, ..] when !new MutationFolder(folder).IsPrepared:
        Console.Error.WriteLine($"No mutants in {folder}: run 'mutation prepare {folder}' first.");
        return 2;
    case ["sample", var folder, .. var options] when Sample.Parse(options) is { } sample:
        sample.Run(new MutationFolder(folder), Console.Out);
        return 0;
    case ["worker", var folder, var seconds]:
        new MutationFolder(folder).Worker(TimeSpan.FromSeconds(int.Parse(seconds))).Run(Console.In, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("""
            mutation prepare FOLDER              Stryker makes the mutants, and each test is run once to see which it reaches
            mutation sample FOLDER [options]     tries some of them
              --seed NUMBER      of the sample (1)
              --count NUMBER     of mutants (300)
              --limit SECONDS    of processor time for a mutant (30)
              --workers NUMBER   processes at once (1)
              --mutant NUMBER    this one alone
            """);
        return 2;
}
