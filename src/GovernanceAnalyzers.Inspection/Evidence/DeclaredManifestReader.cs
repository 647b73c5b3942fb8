using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Metadata;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Inspection.Evidence;

/// <summary>What an assembly declares, read from its attributes alone: what the generator must have embedded.</summary>
internal sealed class DeclaredManifestReader
{
    private const string StepService = "Governance.StepServiceAttribute";

    private readonly MetadataReader _reader;
    private readonly IReadOnlyCollection<(string Member, string Parameter)> _claimedServices;
    private readonly Dictionary<TypeDefinitionHandle, AttributeValues> _workflows = [];
    private readonly List<(MethodDefinitionHandle Method, AttributeValues Attribute)> _steps = [];
    private readonly OperatingModelReader _operatingModel = new();
    private readonly RedactedMembers _redacted;
    private readonly List<DeclaredContract> _contracts = [];
    private readonly List<DeclaredWaiver> _waivers = [];

    private DeclaredManifestReader(MetadataReader reader, IReadOnlyCollection<(string Member, string Parameter)> claimedServices)
    {
        _reader = reader;
        _redacted = new(reader);
        _claimedServices = claimedServices;
    }

    // The claimed services are what the embedded manifest calls so. They are believed where the parameter's type lies in an assembly that is not
    // at hand: it may be marked there.
    public static DeclaredManifest Read(
        MetadataReader reader, IReadOnlyCollection<(string Member, string Parameter)> claimedServices, DeclaredPolicy policy)
    {
        var collector = new DeclaredManifestReader(reader, claimedServices);
        collector.Collect();
        return new(
            collector._workflows.Select(w => collector.Workflow(w.Key, w.Value)).ToEquatableArray(),
            collector._steps.Select(s => collector.Step(s.Method, s.Attribute)).ToEquatableArray(),
            collector._contracts.ToEquatableArray(),
            collector._waivers.Distinct().ToEquatableArray(),
            policy);
    }

    private void Collect()
    {
        foreach (var handle in _reader.CustomAttributes)
        {
            var attribute = _reader.GetCustomAttribute(handle);
            if (IsCompilersOwn(attribute.Parent))
            {
                continue;
            }

            var name = TypeNames.OfAttribute(_reader, attribute);
            _operatingModel.Collect(name, attribute);
            switch (name)
            {
                case "Governance.GovernedWorkflowAttribute" when attribute.Parent.Kind == HandleKind.TypeDefinition:
                    _workflows[(TypeDefinitionHandle)attribute.Parent] = new(attribute);
                    break;
                case "Governance.WorkflowStepAttribute" when attribute.Parent.Kind == HandleKind.MethodDefinition:
                    _steps.Add(((MethodDefinitionHandle)attribute.Parent, new(attribute)));
                    break;
                case "Governance.ConsequentialActionAttribute" when MemberId(attribute.Parent) is { } member:
                    _contracts.Add(Contract(member, new(attribute)));
                    break;
                case "Governance.GovernanceWaiverAttribute":
                    _waivers.Add(Waiver(attribute.Parent, new(attribute)));
                    break;
            }
        }
    }

    /// <summary>A local function or a lambda, or the static method that an extension member also becomes: the declaration stands elsewhere, or nowhere.</summary>
    private bool IsCompilersOwn(EntityHandle handle)
    {
        if (handle.Kind != HandleKind.MethodDefinition)
        {
            return false;
        }

        var method = _reader.GetMethodDefinition((MethodDefinitionHandle)handle);
        return _reader.GetString(method.Name).StartsWith("<", StringComparison.Ordinal) || ExtensionMembers.IsTheirImplementation(_reader, method);
    }

    private DeclaredWorkflow Workflow(TypeDefinitionHandle type, AttributeValues attribute) => new()
    {
        Id = attribute.Positional(0) as string ?? "",
        Type = DocumentationIds.Of(_reader, type),
        Stage = attribute.Named("Stage") is int stage ? Names.Stage(stage) : null,
        Owner = attribute.NamedText("Owner"),
        TechnicalOwner = attribute.NamedText("TechnicalOwner"),
        GovernanceOwner = attribute.NamedText("GovernanceOwner"),
        EscalateTo = attribute.NamedText("EscalateTo"),
        Runbook = attribute.NamedText("Runbook"),
        Baselines = _operatingModel.BaselinesOf(type),
        FailureModes = _operatingModel.FailureModesOf(type),
        Reviews = _operatingModel.ReviewsOf(type),
        Sunset = _operatingModel.SunsetOf(type),
    };

    private DeclaredStep Step(MethodDefinitionHandle handle, AttributeValues attribute)
    {
        var method = _reader.GetMethodDefinition(handle);
        var workflow = WorkflowAround(method.GetDeclaringType());
        var id = attribute.Positional(0) as string ?? "";
        var member = DocumentationIds.Of(_reader, handle);
        var parameters = Parameters(method, member).ToArray();
        return new()
        {
            Id = workflow is null ? id : (workflow.Positional(0) as string ?? "") + "/" + id,
            Member = member,
            Tier = Names.Tier(attribute.Positional(1) as int? ?? 0),
            Owner = attribute.NamedText("Owner") ?? workflow?.NamedText("Owner"),
            EscalateTo = attribute.NamedText("EscalateTo") ?? workflow?.NamedText("EscalateTo"),
            Control = IsPlumbed(method) ? DeclaredStep.Plumbed : IsDecorated(method) ? DeclaredStep.Decorated : DeclaredStep.SelfGoverned,
            Rollback = attribute.NamedText("Rollback"),
            Irreversible = attribute.NamedText("Irreversible"),
            Key = attribute.NamedText("Key"),
            Question = attribute.NamedText("Question"),
            MinConfidence = AttributeValues.Number(attribute.Named("MinConfidence")),
            Allows = Allowance.Words(attribute.NamedText("Allows")).ToEquatableArray(),
            FailureModes = _operatingModel.FailureModesOf(handle),
            Arguments = parameters.Where(p => !p.IsService).Select(p => p.Name).ToEquatableArray(),
            Services = parameters.Where(p => p.IsService).Select(p => p.Name).ToEquatableArray(),
            Redacted = RedactedIn(method, parameters).ToEquatableArray(),
        };
    }

    private static DeclaredContract Contract(string member, AttributeValues attribute) => new()
    {
        Member = member,
        Capability = attribute.Positional(0) as string ?? "",
        Tier = Names.Tier(attribute.Positional(1) as int? ?? 0),
        Because = attribute.NamedText("Because"),
    };

    private DeclaredWaiver Waiver(EntityHandle parent, AttributeValues attribute) => new()
    {
        Rule = attribute.Positional(0) as string ?? "",
        Target = MemberId(parent) ?? attribute.NamedText("Target") ?? DeclaredWaiver.Assembly,
        Reason = attribute.NamedText("Reason"),
        ApprovedBy = attribute.NamedText("ApprovedBy"),
        Until = attribute.NamedText("Until"),
    };

    /// <summary>The workflow that a member belongs to: the nearest marked type round it.</summary>
    private AttributeValues? WorkflowAround(TypeDefinitionHandle type)
    {
        for (; !type.IsNil; type = _reader.GetTypeDefinition(type).GetDeclaringType())
        {
            if (_workflows.TryGetValue(type, out var workflow))
            {
                return workflow;
            }
        }

        return null;
    }

    private bool IsPlumbed(MethodDefinition method) => method.GetCustomAttributes().Select(_reader.GetCustomAttribute).Any(a =>
        TypeNames.OfAttribute(_reader, a) == "System.CodeDom.Compiler.GeneratedCodeAttribute"
        && new AttributeValues(a).Positional(0) is "GovernanceAnalyzers");

    /// <summary>An ordinary method that whoever implements the interface gives; an explicit one has the other interface's name in its own.</summary>
    private bool IsDecorated(MethodDefinition method)
        => (_reader.GetTypeDefinition(method.GetDeclaringType()).Attributes & TypeAttributes.Interface) != 0
        && (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.Static | MethodAttributes.Final | MethodAttributes.SpecialName)) == MethodAttributes.Virtual
        && _reader.GetString(method.Name).IndexOf('.') < 0;

    /// <summary>Redacted parameters by name, and the marked members of the others' types and of the result.</summary>
    private IEnumerable<string> RedactedIn(MethodDefinition method, (string Name, bool IsService, bool IsRedacted)[] parameters)
    {
        var types = method.DecodeSignature(NamedTypes.Instance, null);
        var walked = types.ParameterTypes.Where((_, i) => parameters[i] is { IsService: false, IsRedacted: false });
        return parameters.Where(p => p is { IsService: false, IsRedacted: true }).Select(p => p.Name)
            .Concat(_redacted.In(walked.Append(types.ReturnType)));
    }

    private IEnumerable<(string Name, bool IsService, bool IsRedacted)> Parameters(MethodDefinition method, string member)
    {
        var types = method.DecodeSignature(SignatureText.Instance, null).ParameterTypes;
        foreach (var handle in method.GetParameters())
        {
            var parameter = _reader.GetParameter(handle);
            if (parameter.SequenceNumber > 0)
            {
                var name = _reader.GetString(parameter.Name);
                yield return (name, Carries(parameter.GetCustomAttributes())
                                    || (IsService(types[parameter.SequenceNumber - 1]) ?? _claimedServices.Contains((member, name))),
                                    _redacted.IsMarked(parameter.GetCustomAttributes()));
            }
        }
    }

    /// <summary>Null where the type does not say: it is foreign, or made of others.</summary>
    private bool? IsService(TypeText type) => ServiceTypes.Contains(type.FullName) ? true
        : type is { Handle.IsNil: true, FullName.Length: > 0 } ? false
        : type.Handle is { IsNil: false, Kind: HandleKind.TypeDefinition }
          && Carries(_reader.GetTypeDefinition((TypeDefinitionHandle)type.Handle).GetCustomAttributes()) ? true
        : null;

    private bool Carries(CustomAttributeHandleCollection attributes)
        => attributes.Any(a => TypeNames.OfAttribute(_reader, _reader.GetCustomAttribute(a)) == StepService);

    private string? MemberId(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => DocumentationIds.Of(_reader, (TypeDefinitionHandle)handle),
        HandleKind.MethodDefinition => DocumentationIds.Of(_reader, (MethodDefinitionHandle)handle),
        HandleKind.PropertyDefinition => DocumentationIds.Of(_reader, (PropertyDefinitionHandle)handle),
        _ => null,
    };
}
