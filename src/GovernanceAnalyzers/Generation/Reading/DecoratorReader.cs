using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Reads the decorator of an interface with steps.</summary>
internal static class DecoratorReader
{
    public const string InnerField = "_inner";
    public const string GovernorField = "_governor";

    /// <summary>Null where there are no steps, or where no decorator can be written: its steps say why (GVN1010).</summary>
    public static DecoratorModel? Read(INamedTypeSymbol contract, GovernanceSymbols symbols)
    {
        if (contract.TypeKind != TypeKind.Interface || Refusal.IsHalfTyped(contract) || Decorator.Problem(contract, symbols).Problem != ShapeProblem.None)
        {
            return null;
        }

        var inherited = contract.AllInterfaces.Where(i => HasDecorator(i, symbols))
            .Select((i, number) => (Contract: i, Model: new InheritedStepsModel(CSharpText.TypeName(i), FullName(i), $"_inherited{number + 1}")))
            .ToList();
        if (inherited.Count == 0 && !Decorator.IsGoverned(contract, symbols))
        {
            return null;
        }

        var name = CSharpText.Identifier(Decorator.NameOf(contract));
        var type = ReadType(contract);
        var members = Decorator.Slots(contract)
            .Where(member => !GovernanceSymbols.Same(member.ContainingType, contract) || !IsStep(member, symbols))
            .Select(member => ForwardReader.Read(member, TargetOf(member), StepUndoneBy(member, contract, symbols)))
            .OrderBy(member => member.Declaration, StringComparer.Ordinal);
        return new(
            type,
            name,
            Header(contract, name, type),
            Constraints.Of(contract.TypeParameters).ToEquatableArray(),
            inherited.Select(i => i.Model).ToEquatableArray(),
            members.ToEquatableArray(),
            TableItem(contract, type));

        string TargetOf(ISymbol member)
            => inherited.Find(i => GovernanceSymbols.Same(i.Contract, member.ContainingType)).Model?.Field ?? InnerField;
    }

    /// <summary>The interface as the type round its steps; what is generated for it stands beside it.</summary>
    public static TypeModel ReadType(INamedTypeSymbol contract)
    {
        var around = TypeReader.Chain(contract.ContainingType).Reverse().ToArray();
        var hint = Decorator.NameOf(contract) + TypeReader.TypeParametersInHint(contract);
        return new(
            contract.GetDocumentationCommentId() ?? "",
            CSharpText.TypeName(contract),
            TypeReader.Namespace(contract),
            around.Select(TypeReader.Header).ToEquatableArray(),
            TypeReader.HintName(contract.ContainingNamespace, around.Select(TypeReader.NameInHint).Append(hint)),
            IsSeenAndClosed(contract) ? "GovernanceSteps" : null)
        {
            Decorator = FullName(contract),
        };
    }

    private static bool IsStep(ISymbol member, GovernanceSymbols symbols)
        => member is IMethodSymbol method && symbols.StepOf(method) is { Control: StepControl.Decorated };

    private static bool IsSeen(INamedTypeSymbol contract) => TypeReader.Chain(contract).All(TypeReader.IsSeenByAssembly);

    private static bool IsSeenAndClosed(INamedTypeSymbol contract) => IsSeen(contract) && TypeReader.Chain(contract).All(t => t.Arity == 0);

    private static bool HasDecorator(INamedTypeSymbol contract, GovernanceSymbols symbols)
    {
        var definition = contract.OriginalDefinition;
        if (!Decorator.IsGoverned(definition, symbols))
        {
            return false;
        }

        // In another assembly it is there, or it is not; here it is yet to be written.
        return symbols.IsHere(definition)
            ? Decorator.Problem(definition, symbols).Problem == ShapeProblem.None
            : ((INamespaceOrTypeSymbol?)definition.ContainingType ?? definition.ContainingNamespace)
                .GetTypeMembers(Decorator.NameOf(definition), definition.Arity).Any(GeneratedPart.IsOurs);
    }

    private static string Header(INamedTypeSymbol contract, string name, TypeModel type)
    {
        var accessibility = contract.DeclaredAccessibility switch
        {
            Accessibility.Public => "public",
            Accessibility.Private => "private",
            Accessibility.Protected => "protected",
            Accessibility.ProtectedOrInternal => "protected internal",
            Accessibility.ProtectedAndInternal => "private protected",
            _ => "internal",
        };
        var hidesInherited = contract.ContainingType?.BaseType?.GetMembers(Decorator.NameOf(contract)).IsEmpty == false ? "new " : "";
        return $"{accessibility} {hidesInherited}sealed class {name}{CSharpText.TypeParameters(contract.TypeParameters)} : {type.Name}";
    }

    /// <summary>The decorator of an interface, closed as the interface is.</summary>
    private static string FullName(INamedTypeSymbol contract)
    {
        var place = contract.ContainingType is { } outer ? CSharpText.TypeName(outer) + "."
                  : TypeReader.Namespace(contract) is { } space ? $"global::{space}."
                  : "global::";
        var arguments = contract.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", contract.TypeArguments.Select(CSharpText.Type))}>";
        return place + CSharpText.Identifier(Decorator.NameOf(contract)) + arguments;
    }

    private static string? TableItem(INamedTypeSymbol contract, TypeModel type)
    {
        if (!IsSeen(contract))
        {
            return null;
        }

        return IsSeenAndClosed(contract)
            ? $"typeof({type.Name}), typeof({type.Decorator}), static (inner, governor) => new {type.Decorator}(({type.Name})inner, governor)"
            : $"typeof({Unbound(contract, contract.Name)}), typeof({Unbound(contract, Decorator.NameOf(contract))}), null";
    }

    /// <summary><c>global::Shop.Outer&lt;&gt;.IDesk&lt;,&gt;</c></summary>
    private static string Unbound(INamedTypeSymbol contract, string name)
    {
        var chain = TypeReader.Chain(contract.ContainingType).Reverse().Select(t => (t.Name, t.Arity)).Append((name, contract.Arity))
            .Select(t => CSharpText.Identifier(t.Item1) + (t.Item2 == 0 ? "" : $"<{new string(',', t.Item2 - 1)}>"));
        var space = TypeReader.Namespace(contract) is { } text ? text + "." : "";
        return $"global::{space}{string.Join(".", chain)}";
    }

    /// <summary>The step whose rollback handler this member is: nobody undoes it by a call.</summary>
    private static Step? StepUndoneBy(ISymbol member, INamedTypeSymbol contract, GovernanceSymbols symbols)
        => GovernanceSymbols.Same(member.ContainingType, contract)
            ? symbols.StepsIn(contract).FirstOrDefault(step => GovernanceSymbols.Same(step.Handler?.Method, member))
            : null;
}
