using MyPortal.AppHost.LocalServices;

namespace MyPortal.Tests.AppModel;

public sealed class LocalPlanTests
{
    private static readonly PostgresBinaries Postgres = new("/usr/lib/postgresql/17/bin", 17);

    [Fact]
    public async Task An_engine_that_answers_serves_containers_whatever_else_is_installed() =>
        (await PlanAsync(new(EngineAnswers: true, Postgres, HasNpm: true))).ShouldBeOfType<LocalPlan.Containers>();

    [Fact]
    public async Task Without_an_engine_the_PostgreSQL_on_the_machine_serves() =>
        (await PlanAsync(new(Postgres: Postgres, HasNpm: true))).ShouldBe(new LocalPlan.Processes(Postgres));

    [Fact]
    public async Task Without_an_engine_and_PostgreSQL_npm_restores_one() =>
        (await PlanAsync(new(HasNpm: true))).ShouldBe(new LocalPlan.Processes(Postgres: null));

    [Fact]
    public async Task With_none_of_the_three_the_message_names_all_of_them()
    {
        var reason = (await PlanAsync(new())).ShouldBeOfType<LocalPlan.Impossible>().Reason;

        reason.ShouldContain("container runtime");
        reason.ShouldContain("PostgreSQL 15 or later");
        reason.ShouldContain("npm");
    }

    [Fact]
    public async Task Processes_can_be_asked_for_though_an_engine_answers() =>
        (await PlanAsync(new(EngineAnswers: true, Postgres), LocalServicesMode.Processes)).ShouldBe(new LocalPlan.Processes(Postgres));

    [Fact]
    public async Task Containers_that_were_asked_for_are_not_replaced_by_processes() =>
        (await PlanAsync(new(Postgres: Postgres), LocalServicesMode.Containers))
            .ShouldBeOfType<LocalPlan.Impossible>().Reason.ShouldContain("LocalServices__Mode");

    private static Task<LocalPlan> PlanAsync(FakeMachine machine, LocalServicesMode mode = LocalServicesMode.Auto) =>
        LocalPlan.MakeAsync(mode, machine, TestContext.Current.CancellationToken);

    private sealed record FakeMachine(bool EngineAnswers = false, PostgresBinaries? Postgres = null, bool HasNpm = false) : IMachine
    {
        public Task<bool> ContainerEngineAnswersAsync(CancellationToken cancellationToken) => Task.FromResult(EngineAnswers);

        public Task<PostgresBinaries?> FindPostgresAsync(CancellationToken cancellationToken) => Task.FromResult(Postgres);

        public Task<bool> HasNpmAsync(CancellationToken cancellationToken) => Task.FromResult(HasNpm);
    }
}
