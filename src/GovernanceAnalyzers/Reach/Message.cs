using GovernanceAnalyzers.Catalogue;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>A message that is sent, and who handles messages of its type.</summary>
/// <param name="Type">The type of what is sent, as far as it is to be seen.</param>
/// <param name="Handlers">The interfaces whose implementations handle it; their first type argument is the message's.</param>
internal sealed record Message(ITypeSymbol Type, ImmutableArray<string> Handlers)
{
    /// <summary>Members that find their target by the type of what they are handed, within the process; known by name: type, member, handler interfaces.</summary>
    private static readonly ImmutableArray<(string Type, string Member, ImmutableArray<string> Handlers)> s_dispatchers =
    [
        ("MediatR.ISender", "Send", ["MediatR.IRequestHandler`1", "MediatR.IRequestHandler`2"]),
        ("MediatR.ISender", "CreateStream", ["MediatR.IStreamRequestHandler`2"]),
        ("MediatR.IPublisher", "Publish", ["MediatR.INotificationHandler`1"]),
        ("Mediator.ISender", "Send", ["Mediator.IRequestHandler`1", "Mediator.IRequestHandler`2", "Mediator.ICommandHandler`1", "Mediator.ICommandHandler`2", "Mediator.IQueryHandler`2"]),
        ("Mediator.ISender", "CreateStream", ["Mediator.IStreamRequestHandler`2", "Mediator.IStreamCommandHandler`2", "Mediator.IStreamQueryHandler`2"]),
        ("Mediator.IPublisher", "Publish", ["Mediator.INotificationHandler`1"]),
    ];

    /// <summary>The message that a call sends; null where it sends none.</summary>
    public static Message? In(IOperation operation, IMethodSymbol target)
    {
        if (operation is not IInvocationOperation { Arguments: [var first, ..] }
            || !s_dispatchers.Any(d => d.Member == target.Name)
            || SlotsAbove.AndSelf(target.OriginalDefinition).Select(Handles).FirstOrDefault(h => !h.IsDefault) is not { IsDefault: false } handlers)
        {
            return null;
        }

        var sent = first.Value;
        while (sent is IConversionOperation { IsImplicit: true } conversion)
        {
            sent = conversion.Operand;
        }

        return sent.Type is { } type ? new(type, handlers) : null;
    }

    private static ImmutableArray<string> Handles(IMethodSymbol slot)
        => s_dispatchers.FirstOrDefault(d => d.Member == slot.Name && MemberName.IsIn(slot.ContainingType, d.Type)).Handlers;
}
