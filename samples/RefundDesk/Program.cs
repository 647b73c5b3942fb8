using Shop.Refunds;

var files = new DeskFiles(Path.Combine(AppContext.BaseDirectory, "data"), Path.GetFullPath(Path.Combine("artifacts", "refund-desk")));
switch (args)
{
    case ["rehearse"]:
        files = files with { Data = Path.Combine(files.Data, "rehearsal") };
        if (Directory.Exists(files.Data))
        {
            Directory.Delete(files.Data, recursive: true);
        }

        var (_, log) = await Rehearsal.RunAsync(files, Console.Out, CancellationToken.None);
        return log.IsIntact && log.NotEvidence == log.Records ? 0 : 1;
    default:
        Console.Error.WriteLine("usage: RefundDesk rehearse");
        return 2;
}
