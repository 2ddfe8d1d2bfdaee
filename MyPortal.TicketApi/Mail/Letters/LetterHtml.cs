using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MyPortal.TicketApi.Mail.Letters;

/// <summary>The letter as HTML that looks right in light and dark and needs nothing from outside.</summary>
public sealed class LetterHtml(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync(Letter letter)
    {
        // One for each letter: a renderer keeps what it has rendered until it ends.
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterPage.Letter)] = letter });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<LetterPage>(parameters)).ToHtmlString());
    }
}
