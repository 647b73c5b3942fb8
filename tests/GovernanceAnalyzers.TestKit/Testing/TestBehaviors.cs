namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Checks that an analyzer test leaves out.</summary>
[Flags]
public enum TestBehaviors
{
    /// <summary>Nothing is left out.</summary>
    None = 0,

    /// <summary>The run with a generated-code header is left out.</summary>
    SkipGeneratedCodeCheck = 1,

    /// <summary>The run with a leading <c>#pragma warning disable</c> is left out.</summary>
    SkipSuppressionCheck = 2,

    /// <summary>Generated sources are not compared with <see cref="SolutionState.GeneratedSources"/>.</summary>
    SkipGeneratedSourcesCheck = 4,
}

/// <summary>Checks that a code fix test leaves out.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    /// <summary>Nothing is left out.</summary>
    None = 0,

    /// <summary>Only the first fix is applied; diagnostics may be left.</summary>
    FixOne = 1,

    /// <summary>FixAll is not run, although the provider has one.</summary>
    SkipFixAllCheck = 2,
}

/// <summary>The compiler's own diagnostics that a test compares; the others are ignored.</summary>
public enum CompilerDiagnostics
{
    /// <summary>None: the input need not compile.</summary>
    None = 0,

    /// <summary>Errors. The default.</summary>
    Errors = 1,

    /// <summary>Errors and warnings.</summary>
    Warnings = 2,

    /// <summary>Errors, warnings and suggestions.</summary>
    Suggestions = 3,

    /// <summary>All, hidden ones too.</summary>
    All = 4,
}
