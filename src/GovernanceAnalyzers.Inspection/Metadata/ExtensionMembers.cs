using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>
/// A member of an <c>extension</c> block is compiled twice: as declared, in a nested type <c>&lt;G&gt;$…</c>, and as a static method that takes
/// the receiver first. Attributes stand on both; the declaration is the first.
/// </summary>
internal static class ExtensionMembers
{
    public static bool IsTheirImplementation(MetadataReader reader, MethodDefinition method)
    {
        // In a damaged table a method may be nobody's.
        if (method.GetDeclaringType() is not { IsNil: false } type)
        {
            return false;
        }

        var parameters = ParametersOf(method);
        return reader.GetTypeDefinition(type).GetNestedTypes().Select(reader.GetTypeDefinition)
            .Where(t => reader.GetString(t.Name).StartsWith("<G>$", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods()).Select(reader.GetMethodDefinition)
            .Any(m => reader.GetString(m.Name) == reader.GetString(method.Name) && Matches(ParametersOf(m), parameters));
    }

    private static bool Matches(ImmutableArray<string> declared, ImmutableArray<string> implementation)
        => declared.SequenceEqual(implementation) || declared.SequenceEqual(implementation.Skip(1));

    // The block's type parameters become the method's first ones, so their numbers move.
    private static ImmutableArray<string> ParametersOf(MethodDefinition method)
        => [.. method.DecodeSignature(SignatureText.Instance, null).ParameterTypes.Select(p => Regex.Replace(p.DocumentationId, "`+[0-9]+", "`"))];
}
