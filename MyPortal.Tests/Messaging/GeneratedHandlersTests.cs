using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;

namespace MyPortal.Tests.Messaging;

public sealed class GeneratedHandlersTests
{
    private static readonly string Generated = Path.Combine("Messaging", "Generated");

    [Fact]
    public async Task What_calls_the_handlers_is_what_their_code_of_today_gives()
    {
        var folder = DataFolder.Create();
        try
        {
            await ServiceReplica.RunAsync("MyPortal.TicketApi", new Dictionary<string, string> { ["ASPNETCORE_CONTENTROOT"] = folder.FullName }, "codegen", "write");

            var committed = Files(Path.Combine(Repository.Project("MyPortal.TicketApi"), Generated));
            Files(Path.Combine(folder.FullName, Generated)).ShouldBe(committed, ignoreOrder: true,
                "Run: dotnet run --no-build --no-launch-profile --project MyPortal.TicketApi -- codegen write");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, string Code)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file).ReplaceLineEndings()));
}
