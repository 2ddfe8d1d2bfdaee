using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MyPortal.TicketApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class Calls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "booking_id",
                table: "timeline_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cal_com_connections",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    technician_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    secret_protected = table.Column<string>(type: "text", nullable: false),
                    secret_set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    previous_secret_protected = table.Column<string>(type: "text", nullable: true),
                    previous_secret_valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    api_key_protected = table.Column<string>(type: "text", nullable: true),
                    api_key_state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    webhook_state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    remote_webhook_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    last_delivery_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_delivery_event = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    last_delivery_state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    last_delivery_reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    reconciled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cal_com_connections", x => x.id);
                    table.ForeignKey(
                        name: "fk_cal_com_connections_people_technician_id",
                        column: x => x.technician_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    connection_id = table.Column<string>(type: "character varying(64)", nullable: true),
                    technician_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    head_uid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    organizer_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    organizer_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    organizer_time_zone = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    attendee_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    attendee_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    attendee_time_zone = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    attendee_emails = table.Column<string[]>(type: "text[]", nullable: false),
                    join_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    booker_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    page_trace_parent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bookings", x => x.id);
                    table.ForeignKey(
                        name: "fk_bookings_connections_connection_id",
                        column: x => x.connection_id,
                        principalTable: "cal_com_connections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_bookings_people_technician_id",
                        column: x => x.technician_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bookings_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "booking_uids",
                columns: table => new
                {
                    connection_id = table.Column<string>(type: "character varying(64)", nullable: false),
                    uid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    predecessor_uid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_uids", x => new { x.connection_id, x.uid });
                    table.ForeignKey(
                        name: "fk_booking_uids_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_booking_uids_connections_connection_id",
                        column: x => x.connection_id,
                        principalTable: "cal_com_connections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    connection_id = table.Column<string>(type: "character varying(64)", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    duplicates = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(64)", maxLength: 64, nullable: true),
                    uid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    related_uid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: true),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trace_parent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_cal_com_connections_connection_id",
                        column: x => x.connection_id,
                        principalTable: "cal_com_connections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "booking_facts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uid = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    discriminator = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    data = table.Column<string>(type: "jsonb", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_facts", x => x.id);
                    table.ForeignKey(
                        name: "fk_booking_facts_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_booking_facts_deliveries_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "webhook_deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_booking_id",
                table: "timeline_entries",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_booking_facts_booking_id_uid_kind_discriminator",
                table: "booking_facts",
                columns: new[] { "booking_id", "uid", "kind", "discriminator" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_booking_facts_delivery_id",
                table: "booking_facts",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_booking_uids_booking_id",
                table: "booking_uids",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_booking_uids_connection_id_predecessor_uid",
                table: "booking_uids",
                columns: new[] { "connection_id", "predecessor_uid" });

            migrationBuilder.CreateIndex(
                name: "ix_bookings_connection_id",
                table: "bookings",
                column: "connection_id");

            migrationBuilder.CreateIndex(
                name: "ix_bookings_technician_id_starts_at",
                table: "bookings",
                columns: new[] { "technician_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_bookings_ticket_id_ends_at",
                table: "bookings",
                columns: new[] { "ticket_id", "ends_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_cal_com_connections_technician_id",
                table: "cal_com_connections",
                column: "technician_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_booking_id",
                table: "webhook_deliveries",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_connection_id_body_hash",
                table: "webhook_deliveries",
                columns: new[] { "connection_id", "body_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_connection_id_related_uid",
                table: "webhook_deliveries",
                columns: new[] { "connection_id", "related_uid" },
                filter: "state = 'unmatched'");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_connection_id_uid",
                table: "webhook_deliveries",
                columns: new[] { "connection_id", "uid" },
                filter: "state = 'unmatched'");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_received_at_id",
                table: "webhook_deliveries",
                columns: new[] { "received_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_state_received_at_id",
                table: "webhook_deliveries",
                columns: new[] { "state", "received_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_ticket_id",
                table: "webhook_deliveries",
                column: "ticket_id");

            migrationBuilder.AddForeignKey(
                name: "fk_timeline_entries_bookings_booking_id",
                table: "timeline_entries",
                column: "booking_id",
                principalTable: "bookings",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_timeline_entries_bookings_booking_id",
                table: "timeline_entries");

            migrationBuilder.DropTable(
                name: "booking_facts");

            migrationBuilder.DropTable(
                name: "booking_uids");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "cal_com_connections");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_booking_id",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "booking_id",
                table: "timeline_entries");
        }
    }
}
