using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// Members of frameworks that are expanded to what the source fills them with, although any code may: what they run is the application's work. General
/// ones (<c>Stream.Write</c>, <c>ToString</c>) carry everything everywhere and are not.
/// </summary>
internal static class FrameworkSlots
{
    private static readonly ImmutableArray<(string Type, string Member)> s_slots =
    [
        ("Microsoft.Extensions.Hosting.IHostedService", "StartAsync"),
        ("Microsoft.Extensions.Hosting.IHostedService", "StopAsync"),
        ("Microsoft.Extensions.Hosting.BackgroundService", "ExecuteAsync"),
        ("Microsoft.AspNetCore.Http.IMiddleware", "InvokeAsync"),
        ("System.Net.Http.DelegatingHandler", "SendAsync"),
    ];

    public static bool Holds(IMethodSymbol method) => s_slots.Any(s => s.Member == method.Name && MemberName.IsIn(method.ContainingType, s.Type));
}
