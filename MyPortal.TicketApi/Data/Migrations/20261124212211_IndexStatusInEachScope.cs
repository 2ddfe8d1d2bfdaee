using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MyPortal.TicketApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexStatusInEachScope : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tickets_assignee_status_activity",
                table: "tickets",
                columns: new[] { "assigned_user_id", "status", "updated_at", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_company_status_activity",
                table: "tickets",
                columns: new[] { "company_id", "status", "updated_at", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_requester_status_activity",
                table: "tickets",
                columns: new[] { "requester_id", "status", "updated_at", "id" },
                descending: new[] { false, false, true, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tickets_assignee_status_activity",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_tickets_company_status_activity",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_tickets_requester_status_activity",
                table: "tickets");
        }
    }
}
