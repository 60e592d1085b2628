using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClinicPortal.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Statements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // With its reference in one statement: added afterwards it would rebuild the whole table, which no transaction can hold.
            migrationBuilder.Sql("""ALTER TABLE "Treatment" ADD "AuthorId" INTEGER NULL CONSTRAINT "FK_Treatment_Clinician_AuthorId" REFERENCES "Clinician" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.AddColumn<bool>(
                name: "Offered",
                table: "Treatment",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceChosen",
                table: "Concern",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Funding",
                table: "ClinicProfile",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Treatment_AuthorId",
                table: "Treatment",
                column: "AuthorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Treatment_Clinician_AuthorId",
                table: "Treatment");

            migrationBuilder.DropIndex(
                name: "IX_Treatment_AuthorId",
                table: "Treatment");

            migrationBuilder.DropColumn(
                name: "AuthorId",
                table: "Treatment");

            migrationBuilder.DropColumn(
                name: "Offered",
                table: "Treatment");

            migrationBuilder.DropColumn(
                name: "EvidenceChosen",
                table: "Concern");

            migrationBuilder.DropColumn(
                name: "Funding",
                table: "ClinicProfile");
        }
    }
}
