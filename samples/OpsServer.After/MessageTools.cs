using System.ComponentModel;
using System.Net.Http.Json;
using System.Net.Mail;
using ModelContextProtocol.Server;
using Governance;

namespace OpsServer;

[McpServerToolType]
[GovernedWorkflow("message-tools", Owner = "customer-care", GovernanceOwner = "risk-office", EscalateTo = "oncall-care")]
[Review("authority", EveryDays = 90)]
public sealed partial class MessageTools(HttpClient client, IStepGovernor governor)
{
    private const string MailHost = "localhost";

    [McpServerTool(Name = "service_status", ReadOnly = true), Description("Asks a service how it is.")]
    public async Task<string> ServiceStatus(Uri address, CancellationToken cancellationToken)
    {
        return await client.GetStringAsync(address, cancellationToken);
    }

    [McpServerTool(Name = "post_incident", OpenWorld = true), Description("Posts an incident to a webhook.")]
    public async Task<string> PostIncident(Uri webhook, string title, string text, CancellationToken cancellationToken)
        => (await PostIncidentStepAsync(webhook, title, text, cancellationToken)).ForModel(text => text);

    [WorkflowStep("post-incident", RiskTier.Medium, Irreversible = "the webhook has it", Key = "{webhook}/{title}", Question = "Post {title} to {webhook}?")]
    internal partial Task<StepOutcome<string>> PostIncidentStepAsync(Uri webhook, string title, string text, CancellationToken cancellationToken);

    private async Task<string> PostIncidentStepCoreAsync(Uri webhook, string title, string text, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync(webhook, new { title, text }, cancellationToken);
        return $"The webhook answered {(int)answer.StatusCode}.";
    }

    [McpServerTool(Name = "mail_customer", OpenWorld = true), Description("Sends a mail to a customer.")]
    public async Task<string> MailCustomer(string to, string subject, string body, CancellationToken cancellationToken)
        => (await MailCustomerStepAsync(to, subject, body, cancellationToken)).ForModel(text => text);

    [WorkflowStep("mail-customer", RiskTier.High, Irreversible = "the mail is out", Key = "{to}/{subject}", Question = "Mail {subject} to {to}?")]
    internal partial Task<StepOutcome<string>> MailCustomerStepAsync(string to, string subject, string body, CancellationToken cancellationToken);

    private async Task<string> MailCustomerStepCoreAsync(string to, string subject, string body, CancellationToken cancellationToken)
    {
        using var smtp = new SmtpClient(MailHost);
        using var mail = new MailMessage("ops@example.com", to, subject, body);
        await smtp.SendMailAsync(mail, cancellationToken);
        return $"Sent to {to}.";
    }
}
