using System.ComponentModel;
using System.Net.Http.Json;
using System.Net.Mail;
using ModelContextProtocol.Server;

namespace OpsServer;

[McpServerToolType]
public sealed class MessageTools(HttpClient client)
{
    private const string MailHost = "localhost";

    [McpServerTool(Name = "service_status", ReadOnly = true), Description("Asks a service how it is.")]
    public async Task<string> ServiceStatus(Uri address, CancellationToken cancellationToken)
    {
        return await client.GetStringAsync(address, cancellationToken);
    }

    [McpServerTool(Name = "post_incident", OpenWorld = true), Description("Posts an incident to a webhook.")]
    public async Task<string> PostIncident(Uri webhook, string title, string text, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync(webhook, new { title, text }, cancellationToken);
        return $"The webhook answered {(int)answer.StatusCode}.";
    }

    [McpServerTool(Name = "mail_customer", OpenWorld = true), Description("Sends a mail to a customer.")]
    public async Task<string> MailCustomer(string to, string subject, string body, CancellationToken cancellationToken)
    {
        using var smtp = new SmtpClient(MailHost);
        using var mail = new MailMessage("ops@example.com", to, subject, body);
        await smtp.SendMailAsync(mail, cancellationToken);
        return $"Sent to {to}.";
    }
}
