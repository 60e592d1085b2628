using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClinicPortal.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class EditionLastChange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LastChange",
                table: "Edition",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LastChange",
                table: "Edition");
        }
    }
}
