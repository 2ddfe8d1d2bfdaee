using MyPortal.ServiceDefaults;

namespace MyPortal.Tests.Rules.Migrations;

public sealed class DatabaseHistoryTests
{
    [Theory]
    [InlineData]
    [InlineData("1_Initial")]
    [InlineData("1_Initial", "2_More")]
    public void A_new_database_and_one_that_is_behind_can_go_on(params string[] applied) =>
        DatabaseHistory.FindProblem("db", applied, ["1_Initial", "2_More"]).ShouldBeNull();

    [Fact]
    public void What_this_version_does_not_know_is_named_in_one_sentence()
    {
        var problem = DatabaseHistory.FindProblem("db", ["0_Before", "1_Initial", "3_Later"], ["1_Initial", "2_More"]).ShouldNotBeNull();
        problem.ShouldStartWith("db was made by another version");
        problem.ShouldContain("(0_Before, 3_Later)");
        problem.ShouldEndWith(".");
        problem.ShouldNotContain('\n');
    }
}
