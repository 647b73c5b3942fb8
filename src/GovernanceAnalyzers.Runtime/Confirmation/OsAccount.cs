namespace Governance;

/// <summary>The operating system's account of this process: who approves at this machine.</summary>
internal static class OsAccount
{
    /// <exception cref="InvalidOperationException">The process runs under an account without a name.</exception>
    public static string Name()
    {
        var name = Environment.UserName;
        return string.IsNullOrWhiteSpace(name) || name == "?"
            ? throw new InvalidOperationException("This process runs under an account without a name, so nobody could tell who decided.")
            : OperatingSystem.IsWindows() ? $"{Environment.UserDomainName}\\{name}" : name;
    }
}
