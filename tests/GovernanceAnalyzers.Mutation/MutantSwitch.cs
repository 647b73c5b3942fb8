using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace GovernanceAnalyzers.Mutation;

/// <summary>
/// The question in front of every mutant, whether it is on. Stryker's own answer looks into environment variables and files, and keeps what was asked in
/// a list that it searches each time: a test that takes 50 ms takes seconds with it.
/// </summary>
internal static class MutantSwitch
{
    /// <summary>The field that says which mutant is on.</summary>
    public const string Active = "ActiveMutant";

    /// <summary>The field that says of each mutant whether somebody has asked.</summary>
    public const string Reached = "Reached";

    /// <summary>Of the class with both, behind a namespace that Stryker makes up.</summary>
    public const string ClassName = "MutantControl";

    public static void Install(string mutated, string into)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(mutated);
        var control = assembly.MainModule.Types.Single(t => t.Name == ClassName);
        var active = control.Fields.Single(f => f.Name == Active);
        var reached = new FieldDefinition(Reached, FieldAttributes.Public | FieldAttributes.Static, assembly.MainModule.TypeSystem.Boolean.MakeArrayType());
        control.Fields.Add(reached);

        // Reached[id] = true; return id == ActiveMutant;
        var isActive = control.Methods.Single(m => m.Name == "IsActive");
        isActive.Body = new MethodBody(isActive);
        var il = isActive.Body.GetILProcessor();
        il.Emit(OpCodes.Ldsfld, reached);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Stelem_I1);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, active);
        il.Emit(OpCodes.Ceq);
        il.Emit(OpCodes.Ret);
        assembly.Write(into);
    }
}
