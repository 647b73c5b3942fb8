using System;
using System.Collections.Generic;

namespace GovernanceAnalyzers.Steps;

/// <summary>Types that are services wherever a step takes them. Free of Roslyn: the inspector compiles the same file.</summary>
internal static class ServiceTypes
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "System.Threading.CancellationToken", "Governance.IStepGovernor", "Governance.StepRun", "System.IServiceProvider",
        "Microsoft.Extensions.Logging.ILogger", "Microsoft.Extensions.Logging.ILoggerFactory", "System.IProgress",
        "Microsoft.AspNetCore.Http.HttpContext", "System.Security.Claims.ClaimsPrincipal",
        "ModelContextProtocol.Server.McpServer", "ModelContextProtocol.Server.IMcpServer", "ModelContextProtocol.Server.RequestContext",
    };

    /// <param name="fullName">Namespace and name, without arity and without containing types.</param>
    public static bool Contains(string fullName) => s_names.Contains(fullName);
}
