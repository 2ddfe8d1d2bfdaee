using System.Diagnostics;
using MyPortal.AppHost.LocalServices;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.AppModel;

public sealed class ProcessMarkTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("myportal-mark-");
    private readonly Process _server = Process.Start("sleep", "600");

    private string MarkFile => Path.Combine(_folder.FullName, "cache.pid");

    public void Dispose()
    {
        _server.Kill();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_that_was_left_over_is_stopped()
    {
        new ProcessMark(MarkFile).Set(_server.Id);
        await new ProcessMark(MarkFile).StopLeftoverAsync(TestContext.Current.CancellationToken);
        _server.WaitForExit(Limits.Moment).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{0} 2026-01-01T00:00:00.0000000Z")]
    [InlineData("{0}")]
    [InlineData("{0} yesterday")]
    [InlineData("2147483647 2026-01-01T00:00:00.0000000Z")]
    [InlineData("")]
    public async Task A_process_that_merely_has_its_number_is_left_alone(string mark)
    {
        await File.WriteAllTextAsync(MarkFile, mark.Replace("{0}", $"{_server.Id}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await new ProcessMark(MarkFile).StopLeftoverAsync(TestContext.Current.CancellationToken);
        _server.HasExited.ShouldBeFalse();
    }
}
