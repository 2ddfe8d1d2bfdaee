using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Web;
using MyPortal.Web.Clients;
using MyPortal.Web.Wording;

namespace MyPortal.Tests.Rules.Clients;

/// <summary>What one method of a typed client really sends, found by calling it.</summary>
internal sealed record ClientCall(MethodInfo Method, string Verb, string Path, string[] Query, JsonObject? Body, bool SendsVersion)
{
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>The calls of all public methods of a client, each with every argument given.</summary>
    public static async Task<IReadOnlyList<ClientCall>> AllOfAsync(Type client)
    {
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder) { BaseAddress = new Uri("http://api.example") };
        var instance = Activator.CreateInstance(client, http);
        var calls = new List<ClientCall>();
        foreach (var method in client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            // What changes one of several choices is called for each of them.
            var choices = method.GetParameters().Any(parameter => parameter.Name == "choice") ? TicketChoices.All.Select(choice => choice.Name) : [""];
            foreach (var choice in choices)
            {
                await (Task)method.Invoke(instance, [.. method.GetParameters().Select(parameter => parameter.Name == "choice" ? choice : Sample(parameter))])!;
                calls.Add(recorder.Last! with { Method = method });
            }
        }
        return calls;
    }

    private static object Sample(ParameterInfo parameter) => (parameter.Member.Name, parameter.Name) switch
    {
        (nameof(TicketClient.ListAsync), "choices") => TicketChoices.Filters.ToDictionary(choice => choice.Name, choice => choice.Filters[0].Key),
        (nameof(TicketClient.CreateAsync), "choices") => TicketChoices.Asked.ToDictionary(choice => choice.Name, choice => choice.Default),
        _ => Sample(parameter.ParameterType),
    };

    private static object Sample(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(long) || type == typeof(long?) ? 1001L
        : type == typeof(bool) ? true
        : type == typeof(Guid) || type == typeof(Guid?) ? Guid.NewGuid()
        : type == typeof(IReadOnlyList<Guid>) ? (Guid[])[Guid.NewGuid()]
        : type == typeof(RuleRequest) ? new RuleRequest { Name = "text", Trigger = "replied", Match = "all", Conditions = [], Actions = [] }
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : type == typeof(IReadOnlyList<int>) ? new[] { 15 }
        : type == typeof(CancellationToken) ? TestContext.Current.CancellationToken
        : throw new NotSupportedException($"Say here what a {type.Name} is filled with.");

    /// <summary>Answers 204, which every client takes for an answer without a value.</summary>
    private sealed class Recorder : HttpMessageHandler
    {
        public ClientCall? Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
            var address = request.RequestUri!;
            Last = new ClientCall(null!, request.Method.Method, address.AbsolutePath, HttpUtility.ParseQueryString(address.Query).AllKeys!,
                body, request.Headers.NonValidated.Contains("If-Match"));
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
