using Governance;
using Governance.Testing;

namespace Violations.GVN2018;

// Breaks GVN2018: The test harness stays in test projects. See docs/rules/GVN2018.md
public static class Desks
{
    public static IStepGovernor Governor() => new GovernanceHarness().Governor;
}
