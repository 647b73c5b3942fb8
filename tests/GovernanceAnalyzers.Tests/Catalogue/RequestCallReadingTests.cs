using static GovernanceAnalyzers.Tests.Catalogue.CallReading;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>What a request does, by what is known of its method, its address and the object that it is.</summary>
public sealed class RequestCallReadingTests
{
    [Theory]
    [InlineData("new(HttpMethod.Get, path)", Ask)]
    [InlineData("new(HttpMethod.Head, path)", Ask)]
    [InlineData("new(new HttpMethod(\"get\"), path)", Ask)]
    [InlineData("new()", Ask)]
    [InlineData("new() { RequestUri = new(path) }", Ask)]
    [InlineData("new(flag ? HttpMethod.Get : HttpMethod.Head, path)", Ask)]
    [InlineData("Help.Make(path)", Ask)]
    [InlineData("Help.MakeWith(HttpMethod.Get, path)", Ask)]
    [InlineData("new(HttpMethod.Post, path)", Send)]
    [InlineData("new(HttpMethod.Get, path) { Method = HttpMethod.Put }", Send)]
    [InlineData("new(flag ? HttpMethod.Get : HttpMethod.Post, path)", Send)]
    [InlineData("Help.MakeWith(HttpMethod.Patch, path)", Send)]
    [InlineData("new(HttpMethod.Delete, path)", AnyRequest)]
    [InlineData("new(new HttpMethod(path), path)", AnyRequest)]
    [InlineData("new(Help.Get, path)", AnyRequest)]
    [InlineData("Help.MakeWith(new HttpMethod(path), path)", AnyRequest)]
    [InlineData("flag ? new(HttpMethod.Get, path) : null!", AnyRequest)]
    public void A_request(string request, string expected)
    {
        Reads($"client.SendAsync({request});", expected);
        Reads($"HttpRequestMessage r = {request}; client.SendAsync(r, HttpCompletionOption.ResponseHeadersRead);", expected);
    }

    [Theory]
    [InlineData("r.Headers.Add(path, path); r.RequestUri = null;", Ask)]
    [InlineData("Help.Touch(r);", Ask)]
    [InlineData("r.Method = HttpMethod.Post;", Send)]
    [InlineData("if (flag) r.Method = HttpMethod.Delete;", AnyRequest)]
    [InlineData("r.Method = new(path);", AnyRequest)]
    [InlineData("r = null!;", AnyRequest)]
    [InlineData("Help.Turn(r);", AnyRequest)]
    [InlineData("Help.Pass(r);", AnyRequest)]
    [InlineData("var other = r; other.Method = HttpMethod.Delete;", AnyRequest)]
    [InlineData("Swap(ref r); static void Swap(ref HttpRequestMessage r) => r = null!;", AnyRequest)]
    [InlineData("Action late = () => r.Method = HttpMethod.Delete; late();", AnyRequest)]
    public void A_request_that_something_happens_to(string between, string expected)
        => Reads($"var r = new HttpRequestMessage(HttpMethod.Get, path); {between} client.Send(r);", expected);

    [Theory]
    [InlineData("var r = WebRequest.Create(path); r.GetResponse();", Ask)]
    [InlineData("var r = WebRequest.Create(path); r.Method = \"post\"; r.GetResponse();", Send)]
    [InlineData("var r = WebRequest.Create(path); r.Method = path; r.GetResponse();", AnyRequest)]
    [InlineData("((RestSharp.IRestClient)null!).ExecuteAsync(new(path));", Ask)]
    [InlineData("((RestSharp.IRestClient)null!).ExecuteAsync(new(path, RestSharp.Method.Put));", Send)]
    [InlineData("((RestSharp.IRestClient)null!).ExecuteAsync(new(path, RestSharp.Method.Delete));", AnyRequest)]
    [InlineData("dapr.InvokeMethodWithResponseAsync(dapr.CreateInvokeMethodRequest(HttpMethod.Get, path, path));", Ask)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(HttpMethod.Get, path, path); dapr.InvokeMethodWithResponseAsync(r);", Ask)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(HttpMethod.Delete, path, path); dapr.InvokeMethodWithResponseAsync(r);", Send)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(path, path); dapr.InvokeMethodWithResponseAsync(r);", Send)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(HttpMethod.Get, path, path); r.Method = HttpMethod.Post; dapr.InvokeMethodWithResponseAsync(r);", Send)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(path, path); client.SendAsync(r);", AnyRequest)]
    public void A_request_of_another_library(string statements, string expected) => Reads($"Dapr.Client.DaprClient dapr = null!; {statements}", expected);

    [Theory]
    [InlineData("\"https://shop.example/v1/search\"", true)]
    [InlineData("$\"api/{path}/_search?top={path}\"", true)]
    [InlineData("\"weather/get_forecasts?all#now\"", true)]
    [InlineData("$\"models/{path}:countTokens\"", true)]
    [InlineData("\"v1/embeddings/\"", true)]
    [InlineData("\"https://api.anthropic.com/v1/messages\"", true)]
    [InlineData("$\"{path}/oauth2/v2.0/token\"", true)]
    [InlineData("\"api/template\"", true)]
    [InlineData("\"v2/account/login\"", true)]
    [InlineData("\"auth/refresh\"", true)]
    [InlineData("\"token/refresh\"", true)]
    [InlineData("\"v2/embeddings/generate\"", true)]
    [InlineData("\"report/generate\"", false)]
    [InlineData("\"index/refresh\"", false)]
    [InlineData("\"login/remove\"", false)]
    [InlineData("$\"v1beta/models/{path}:generateContent\"", true)]
    [InlineData("\"v1/messages\"", false)]
    [InlineData("\"users/7/token\"", false)]
    [InlineData("\"myapi/template\"", false)]
    [InlineData("\"api/template/7\"", false)]
    [InlineData("\"generateContent\"", false)]
    [InlineData("\"search/orders\"", false)]
    [InlineData("\"settings\"", false)]
    [InlineData("\"checkout\"", false)]
    [InlineData("\"orders/find_and_cancel\"", false)]
    [InlineData("\"orders/summarize\"", true)]
    [InlineData("\"/Produto/Consultar\"", true)]
    [InlineData("\"gettingStarted\"", false)]
    [InlineData("$\"{path}search\"", false)]
    [InlineData("path", false)]
    [InlineData("\"\"", false)]
    public void A_post_whose_address_asks_is_a_guess(string address, bool isGuess)
    {
        Guesses($"client.PostAsync({address}, null);", Send, isGuess);
        Guesses($"client.PostAsync(new Uri({address}), null);", Send, isGuess);
        Guesses($"client.SendAsync(new HttpRequestMessage(HttpMethod.Post, {address}));", Send, isGuess);
        Guesses($"((RestSharp.IRestClient)null!).ExecuteAsync(new({address}, RestSharp.Method.Post));", Send, isGuess);
        Guesses($"client.SendAsync(new HttpRequestMessage(HttpMethod.Put, {address}));", Send, false);
        Guesses($"client.PutAsync({address}, null);", Send, false);
    }

    [Theory]
    [InlineData("path", "queue.consume (Low)")]
    [InlineData("path, new()", "queue.consume (Low)")]
    [InlineData("path, new() { ReceiveMode = Azure.Messaging.ServiceBus.ServiceBusReceiveMode.PeekLock }", "queue.consume (Low)")]
    [InlineData("path, new() { ReceiveMode = Azure.Messaging.ServiceBus.ServiceBusReceiveMode.ReceiveAndDelete }", "queue.consume (Medium)")]
    public void A_queue(string arguments, string expected) => Reads($"((Azure.Messaging.ServiceBus.ServiceBusClient)null!).CreateReceiver({arguments});", expected);
}
