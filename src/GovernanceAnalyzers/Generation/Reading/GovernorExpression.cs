using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>How the implementing part writes the governor that <see cref="GovernorAccess"/> found by name.</summary>
internal static class GovernorExpression
{
    public static bool TryFind(Step step, out string expression)
    {
        expression = "";
        var access = step.Governor;
        if (access.Problem != GovernorProblem.None || access.Name is not { } name)
        {
            return false;
        }

        var identifier = CSharpText.Identifier(name);
        var isHidden = step.Method.Parameters.Any(p => p.Name == name);
        if (access.IsStepParameter)
        {
            expression = identifier;
        }
        else if (IsMember(step.Method.ContainingType, name, step))
        {
            expression = (step.Method.IsStatic ? CSharpText.TypeName(step.Method.ContainingType) : "this") + "." + identifier;
        }
        else if (!isHidden)
        {
            // A primary-constructor parameter: nothing but its simple name reaches it.
            expression = identifier;
        }

        return expression.Length > 0;
    }

    private static bool IsMember(INamedTypeSymbol? type, string name, Step step)
    {
        for (; type is not null; type = type.BaseType)
        {
            var types = type.GetMembers(name).Select(m => (m as IFieldSymbol)?.Type ?? (m as IPropertySymbol)?.Type);
            if (types.Any(t => GovernanceSymbols.Same(t, step.Symbols.StepGovernor)))
            {
                return true;
            }
        }

        return false;
    }
}
