using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MyPortal.TicketApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConnectionUpkeep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reconciliation_started_at",
                table: "cal_com_connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "remote_secret_set_at",
                table: "cal_com_connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "webhook_checked_at",
                table: "cal_com_connections",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reconciliation_started_at",
                table: "cal_com_connections");

            migrationBuilder.DropColumn(
                name: "remote_secret_set_at",
                table: "cal_com_connections");

            migrationBuilder.DropColumn(
                name: "webhook_checked_at",
                table: "cal_com_connections");
        }
    }
}
