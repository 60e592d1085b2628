using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClinicPortal.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class InSentence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "InSentence",
                table: "Treatment",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "InSentence",
                table: "Treatment");
        }
    }
}
