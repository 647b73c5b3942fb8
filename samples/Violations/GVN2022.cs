using Governance;

namespace Violations.GVN2022;

// Breaks GVN2022: A contract promises no less than its member does. See docs/rules/GVN2022.md
public interface IArchive
{
    [ConsequentialAction("files.write", RiskTier.Medium)]
    void Retire(string path);
}

public sealed class FolderArchive : IArchive
{
    public void Retire(string path) => File.Delete(path);
}
