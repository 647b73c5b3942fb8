using System.Runtime.CompilerServices;

// The governor is the only one who mints a StepApproval.
[assembly: InternalsVisibleTo("GovernanceAnalyzers.Runtime")]
