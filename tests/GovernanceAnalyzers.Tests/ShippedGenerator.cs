using Microsoft.CodeAnalysis;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Tests;

/// <summary>What the shipped assembly brings into every compilation beside the rule under test.</summary>
internal static class ShippedGenerator
{
    /// <summary>Without it a partial step has no implementing part, and no test input with one would compile.</summary>
    public static IEnumerable<Type> Types { get; } =
        [.. Assembly.Load("GovernanceAnalyzers").GetTypes().Where(t => t.GetCustomAttribute<GeneratorAttribute>() is not null)];

    /// <summary>The usings a project with ImplicitUsings has, and ours.</summary>
    public static (string FileName, string Content) GlobalUsings { get; } = ("/0/GlobalUsings.cs", """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Governance;

        """);

    /// <summary>Not one of the test's own sources, so that the first of these is /0/Test0.cs.</summary>
    public static Solution AddGlobalUsings(Solution solution, ProjectId project)
        => solution.AddDocument(DocumentId.CreateNewId(project), "GlobalUsings.cs", GlobalUsings.Content, filePath: GlobalUsings.FileName);

    /// <summary>Every analyzer can also report its own failure, GVN9099; that one is never the rule under test.</summary>
    public static DiagnosticDescriptor? RuleOf(DiagnosticAnalyzer analyzer)
        => analyzer.SupportedDiagnostics.Where(d => d.Id != "GVN9099").ToArray() is [var only] ? only : null;
}
