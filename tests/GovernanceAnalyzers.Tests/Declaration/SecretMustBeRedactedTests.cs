using GovernanceAnalyzers.Rules.Declaration;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class SecretMustBeRedactedTests
{
    [Theory]
    [InlineData("string {|#0:password|}", "password", "its name", "it")]
    [InlineData("string? {|#0:newPassword|}", "newPassword", "'password' in its name", "it")]
    [InlineData("byte[] {|#0:API_KEY|}", "API_KEY", "'apiKey' in its name", "it")]
    [InlineData("System.Security.SecureString {|#0:value|}", "value", "its type SecureString", "it")]
    [InlineData("System.Net.NetworkCredential {|#0:login|}", "login", "its type NetworkCredential", "it")]
    [InlineData("[System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Password)] string {|#0:value|}", "value", "its [DataType(DataType.Password)]", "it")]
    [InlineData("[System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.CreditCard)] string {|#0:value|}", "value", "its [DataType(DataType.CreditCard)]", "it")]
    [InlineData("[System.ComponentModel.DataAnnotations.CreditCard] string {|#0:value|}", "value", "its [CreditCard]", "it")]
    [InlineData("[System.ComponentModel.PasswordPropertyText(true)] string {|#0:value|}", "value", "its [PasswordPropertyText]", "it")]
    [InlineData("Marked {|#0:marked|}", "marked.Digits", "its [CreditCard]", "'Marked.Digits'")]
    [InlineData("Order {|#0:order|}", "order.Card.Cvv", "its name", "'Card.Cvv'")]
    [InlineData("List<Login> {|#0:logins|}", "logins.Pin", "its [DataType(DataType.Password)]", "'Login.Pin'")]
    [InlineData("Login[] {|#0:logins|}", "logins.Pin", "its [DataType(DataType.Password)]", "'Login.Pin'")]
    [InlineData("Dictionary<string, Admin> {|#0:admins|}", "admins.Pin", "its [DataType(DataType.Password)]", "'Login.Pin'")]
    public Task A_secret_that_goes_to_the_log_is_reported(string parameter, string path, string sign, string mark) => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = Step(parameter),
        TestState = { Sources = { Types } },
        ExpectedDiagnostics = { Expected(path, sign, mark) },
    }.RunAsync();

    [Fact]
    public Task A_secret_in_the_result_is_reported_at_the_step() => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = """
            [WorkflowStep("log-in", RiskTier.Low)] public partial Task<StepOutcome<Session>> {|#0:LogInAsync|}(string user);
            private Task<Session> LogInCoreAsync(string user) => Task.FromResult(new Session(user, ""));
            """,
        TestState = { Sources = { Types } },
        ExpectedDiagnostics = { Expected("result.AccessToken", "its name", "'Session.AccessToken'") },
    }.RunAsync();

    [Theory]
    [InlineData("[Redacted] string password")]
    [InlineData("[Redacted] Order order")]
    [InlineData("RedactedCard card")]
    [InlineData("RedactedProperty card")]
    [InlineData("[StepService] string password")]
    [InlineData("int password")]
    [InlineData("[System.ComponentModel.PasswordPropertyText] string value")]
    [InlineData("[System.ComponentModel.PasswordPropertyText(false)] string value")]
    [InlineData("[System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.EmailAddress)] string value")]
    [InlineData("string compass, string pageToken, string token, string passwordless, string secretary, string tokens")]
    [InlineData("string secretName, string passwordPolicy, string connectionStringName, string clientSecretId, DateTime passwordChangedAt")]
    public Task What_is_redacted_or_no_secret_is_fine(string parameters) => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = Step(parameters),
        TestState = { Sources = { Types } },
    }.RunAsync();

    [Fact]
    public Task A_librarys_type_cannot_be_marked_so_the_parameter_is() => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = Step("Vendor.Account {|#0:account|}"),
        TestState =
        {
            AdditionalReferences = { Compiled("namespace Vendor { public class Account { public string Password { get; set; } } }") },
        },
        ExpectedDiagnostics = { Expected("account.Password", "its name", "the parameter 'account'") },
    }.RunAsync();

    [Theory]
    [InlineData("Shop.Personal", "Personal")]
    [InlineData("Shop.PersonalAttribute", "Personal")]
    [InlineData("Shop.Sensitive", "Sensitive")]
    public Task A_mark_of_the_projects_own_is_named_as_it_is_written(string listed, string name) => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = Step($"[Shop.{name}] string {{|#0:value|}}"),
        TestState = { Sources = { "namespace Shop { public sealed class PersonalAttribute : System.Attribute; public sealed class Sensitive : System.Attribute; }" } },
        BuildProperties = { ["GovernanceSecretAttributes"] = listed },
        ExpectedDiagnostics = { Expected("value", $"its [{name}]", "it") },
    }.RunAsync();

    [Fact]
    public Task A_self_governed_step_decides_itself_what_it_shows() => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = "[WorkflowStep(\"reset\", RiskTier.Low)] public Task ResetAsync(string password) => Task.CompletedTask;",
    }.RunAsync();

    [Fact]
    public Task Two_secrets_of_one_parameter_are_two_findings() => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = Step("Two {|GVN1012:{|GVN1012:two|}|}"),
        TestState = { Sources = { Types } },
    }.RunAsync();

    [Theory]
    [InlineData("string password")]
    [InlineData("string password, ")]
    [InlineData("Missing password")]
    [InlineData("string")]
    public Task While_it_is_typed_there_is_no_crash(string parameters) => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        Members = "[WorkflowStep(\"reset\", RiskTier.] public partial Task ResetAsync(" + parameters + ");",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Theory]
    [InlineData("2027-01-31", "password")]
    [InlineData("2027-02-15", "[|password|]")]
    public Task A_waiver_holds_while_it_is_due(string today, string name) => new StepTest<SecretMustBeRedactedAnalyzer>
    {
        BuildProperties = { ["GovernanceDate"] = today },
        Members = "[GovernanceWaiver(\"GVN1012\", Reason = \"a password of the test system\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]\n" + Step("string " + name),
    }.RunAsync();

    [Theory]
    [InlineData("password", "password")]
    [InlineData("PasswordHash", "password")]
    [InlineData("policyPassword", "password")]
    [InlineData("dbPwd", "pwd")]
    [InlineData("_clientSecret", "clientSecret")]
    [InlineData("connectionstring", "connectionString")]
    [InlineData("CardNumberOfCustomer", "cardNumber")]
    [InlineData("APIKey2", null)]
    [InlineData("APIKey", "apiKey")]
    [InlineData("SSN", "ssn")]
    [InlineData("DBPassword", "password")]
    [InlineData("apiKeyId", null)]
    [InlineData("pwds", null)]
    [InlineData("key", null)]
    [InlineData("", null)]
    public void A_name_is_a_secret_by_whole_words(string name, string? listed)
    {
        // The longer of two that fit is as good as the shorter.
        var found = SecretName.In(name, GovernanceOptions.DefaultSecretNames);
        Assert.True(listed == found || (found is not null && listed?.EndsWith(found, StringComparison.OrdinalIgnoreCase) == true), $"{name}: {found}");
    }

    private const string Types = """
        using System.ComponentModel.DataAnnotations;
        public sealed record Order(string Id, Card? Card, Order? Parent);
        public sealed record Card(string Holder, string Cvv);
        public class Login { [DataType(DataType.Password)] public string? Pin { get; set; } }
        public sealed class Admin : Login { public string? User { get; set; } }
        public sealed record Two(string Pwd, byte[] PrivateKey, IReadOnlyList<Two> More);
        public sealed record RedactedCard(string Holder, [Redacted] string Cvv);
        public sealed class RedactedProperty { public string? Holder { get; set; } [Redacted] public string? Cvv { get; set; } private string Secret => Holder + Cvv; }
        public sealed record Session(string Id, string AccessToken);
        public sealed record Marked(string Name, [CreditCard] string Digits);
        """;

    /// <summary>As a package brings it: without source.</summary>
    private static PortableExecutableReference Compiled(string code)
    {
        using var image = new MemoryStream();
        CSharpCompilation.Create("Vendor", [CSharpSyntaxTree.ParseText(code)], TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static DiagnosticResult Expected(string path, string sign, string mark)
        => new DiagnosticResult("GVN1012", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            $"'{path}' of step 'refunds/{(path.StartsWith("result", StringComparison.Ordinal) ? "log-in" : "reset")}' is a secret by {sign}: mark {mark} [Redacted], "
            + "so that people and the action log get a digest of it and the manifest says so");

    private static string Step(string parameters)
    {
        var plain = System.Text.RegularExpressions.Regex.Replace(parameters, @"\{\|(#0|GVN1012):|\|\}|\[\||\|\]|\[[A-Z][^\]]*\] ?", "");
        return $"[WorkflowStep(\"reset\", RiskTier.Low)] public partial Task ResetAsync({parameters});\nprivate Task ResetCoreAsync({plain}) => Task.CompletedTask;";
    }
}
