using MyPortal.TicketApi.Tickets.Events;
using Wolverine.Attributes;
using Wolverine.Runtime.Handlers;

namespace MyPortal.Tests.Rules.Messaging;

public sealed class HandlersTests
{
    private static readonly Type[] Types = typeof(TicketEvent).Assembly.GetTypes();

    /// <summary>Wolverine passes over a handler that is not public, without a word, and its messages then fail one by one.</summary>
    [Fact]
    public void Every_handler_is_found_and_what_calls_it_is_compiled_in()
    {
        var handled = Types.Where(type => type.IsDefined(typeof(WolverineHandlerAttribute), inherit: false))
            .SelectMany(type => type.GetMethods().Where(method => method.Name is "Handle" or "HandleAsync"))
            .GroupBy(method => method.GetParameters()[0].ParameterType);
        // A message's only handler goes by its name; of several, each goes by its own.
        var callers = handled.SelectMany(handlers => handlers.Count() == 1 ? [handlers.Key] : handlers.Select(handler => handler.DeclaringType!))
            .Select(type => type.Name + "Handler");

        var compiled = Types.Where(type => type.IsSubclassOf(typeof(MessageHandler))).Select(type => type.Name.TrimEnd([.. "0123456789"]));
        compiled.ShouldBe(callers, ignoreOrder: true);
        compiled.ShouldNotBeEmpty();
    }
}
