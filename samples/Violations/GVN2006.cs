using Governance;

namespace Violations.GVN2006;

// Breaks GVN2006: An AI tool acts through a step. See docs/rules/GVN2006.md
public static class DiskTools
{
    [AutomationEntryPoint]
    public static string DeleteFile(string path)
    {
        File.Delete(path);
        return $"Deleted {path}.";
    }
}
