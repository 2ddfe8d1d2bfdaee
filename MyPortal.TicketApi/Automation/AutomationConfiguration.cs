using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Conditions;
using MyPortal.TicketApi.Tickets.Events;

namespace MyPortal.TicketApi.Automation;

internal sealed class AutomationConfiguration
    : IEntityTypeConfiguration<AutomationRule>, IEntityTypeConfiguration<AutomationRun>, IEntityTypeConfiguration<AutomationActionRun>
{
    public void Configure(EntityTypeBuilder<AutomationRule> builder)
    {
        builder.ToTable("automation_rules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.Name).HasMaxLength(RuleValidator.NameLength);
        builder.Property(rule => rule.WebhookSecret).HasMaxLength(500);
        builder.Property(rule => rule.Version).IsRowVersion().HasColumnName("xmin");
        Json<RuleDefinition>(builder.Property(rule => rule.Definition));
        builder.HasIndex(rule => new { rule.Trigger, rule.Position });
    }

    public void Configure(EntityTypeBuilder<AutomationRun> builder)
    {
        builder.ToTable("automation_runs");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.RuleName).HasMaxLength(RuleValidator.NameLength);
        Json<TicketEvent>(builder.Property(run => run.Event));
        Json<IReadOnlyList<ConditionResult>>(builder.Property(run => run.Explanation));
        builder.HasOne(run => run.Ticket).WithMany().HasForeignKey(run => run.TicketId);
        builder.HasMany(run => run.Actions).WithOne(action => action.Run).HasForeignKey(action => action.RunId);
        builder.HasIndex(run => new { run.RuleId, run.EventId }).IsUnique();
        builder.HasIndex(run => new { run.At, run.Id }).IsDescending();
        builder.HasIndex(run => new { run.RuleId, run.At, run.Id }).IsDescending(false, true, true);
    }

    public void Configure(EntityTypeBuilder<AutomationActionRun> builder)
    {
        builder.ToTable("automation_action_runs");
        builder.Property(action => action.Id).ValueGeneratedNever();
        builder.Property(action => action.Note).HasMaxLength(AutomationActionRun.NoteLength);
        Json<RuleAction>(builder.Property(action => action.Action));
        builder.HasIndex(action => new { action.RunId, action.Index }).IsUnique();
        // What is unfinished is little; the list of what needs attention reads no more than that.
        builder.HasIndex(action => action.RunId, "ix_automation_action_runs_unfinished").HasFilter("state <> 'done'")
            .HasDatabaseName("ix_automation_action_runs_unfinished");
    }

    private static void Json<T>(PropertyBuilder<T> property) where T : class =>
        property.HasColumnType("jsonb").HasConversion(new JsonConverter<T>(), new ByReference<T>());
}
