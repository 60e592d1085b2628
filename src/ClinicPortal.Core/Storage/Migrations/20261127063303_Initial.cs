using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClinicPortal.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditRecord",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    Network = table.Column<string>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChangeSet",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    Signs = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeSet", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClarityCount",
                columns: table => new
                {
                    Criterion = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Clear = table.Column<bool>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClarityCount", x => new { x.Criterion, x.Day, x.Clear });
                });

            migrationBuilder.CreateTable(
                name: "Clinician",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Registration = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clinician", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClinicProfile",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Telephone = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Hours = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: true),
                    Funding = table.Column<string>(type: "TEXT", nullable: true),
                    ClosingLine = table.Column<string>(type: "TEXT", nullable: true),
                    MedicalCareNotice = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClinicProfile", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Concern",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OtherNames = table.Column<string>(type: "TEXT", nullable: false),
                    SearchNames = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    IfNothingIsDone = table.Column<string>(type: "TEXT", nullable: true),
                    EvidenceChosen = table.Column<string>(type: "TEXT", nullable: true),
                    NeedsMedicalCare = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToBeConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Review = table.Column<string>(type: "TEXT", nullable: true),
                    ReplacedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Concern", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Concern_Concern_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "Concern",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Condition",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SearchNames = table.Column<string>(type: "TEXT", nullable: false),
                    Always = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Condition", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CriterionGroup",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriterionGroup", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoiCheck",
                columns: table => new
                {
                    Doi = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsKnown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoiCheck", x => x.Doi);
                });

            migrationBuilder.CreateTable(
                name: "Edition",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    LastChange = table.Column<int>(type: "INTEGER", nullable: false),
                    Repeats = table.Column<int>(type: "INTEGER", nullable: true),
                    ScheduledFor = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Override = table.Column<string>(type: "TEXT", nullable: true),
                    Unreviewed = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Edition", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "EditionEntry",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionEntry", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "GlossaryTerm",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Term = table.Column<string>(type: "TEXT", nullable: false),
                    OtherForms = table.Column<string>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    ToBeConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Review = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GlossaryTerm", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HoldStep",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hold = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Paths = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    ForPatients = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HoldStep", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Question",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Question", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewRequest",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScheduledPublication",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    LastChange = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<string>(type: "TEXT", nullable: false),
                    Unreviewed = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                    Stop = table.Column<string>(type: "TEXT", nullable: true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduledPublication", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Source",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Doi = table.Column<string>(type: "TEXT", nullable: true),
                    Pmid = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Commercial = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Source", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffUser",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    AdministratorSince = table.Column<long>(type: "INTEGER", nullable: true),
                    Registration = table.Column<string>(type: "TEXT", nullable: true),
                    Left = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffUser", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FieldChange",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FieldChange_ChangeSet_ChangeSetId",
                        column: x => x.ChangeSetId,
                        principalTable: "ChangeSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Treatment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", nullable: true),
                    InSentence = table.Column<string>(type: "TEXT", nullable: true),
                    OtherNames = table.Column<string>(type: "TEXT", nullable: false),
                    SearchNames = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Picture = table.Column<string>(type: "TEXT", nullable: true),
                    PictureAlt = table.Column<string>(type: "TEXT", nullable: true),
                    Baseline = table.Column<bool>(type: "INTEGER", nullable: false),
                    Surgical = table.Column<bool>(type: "INTEGER", nullable: false),
                    PrescriptionOnly = table.Column<string>(type: "TEXT", nullable: false),
                    PrescriptionNote = table.Column<string>(type: "TEXT", nullable: true),
                    Offered = table.Column<bool>(type: "INTEGER", nullable: true),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    ReplacedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Treatment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Treatment_Clinician_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Clinician",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Treatment_Treatment_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeNumber",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    Effect = table.Column<string>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", nullable: false),
                    Time = table.Column<string>(type: "TEXT", nullable: true),
                    Counted = table.Column<string>(type: "TEXT", nullable: false),
                    Denominator = table.Column<int>(type: "INTEGER", nullable: true),
                    Raw = table.Column<bool>(type: "INTEGER", nullable: false),
                    Arms = table.Column<string>(type: "TEXT", nullable: false),
                    NoRate = table.Column<string>(type: "TEXT", nullable: true),
                    Certainty = table.Column<string>(type: "TEXT", nullable: true),
                    CertaintyReason = table.Column<string>(type: "TEXT", nullable: true),
                    ConcernId = table.Column<int>(type: "INTEGER", nullable: true),
                    Review = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeNumber", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeNumber_Concern_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concern",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComparisonCriterion",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<string>(type: "TEXT", nullable: false),
                    Term = table.Column<string>(type: "TEXT", nullable: false),
                    Help = table.Column<string>(type: "TEXT", nullable: false),
                    SearchNames = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: true),
                    InSentence = table.Column<string>(type: "TEXT", nullable: true),
                    Unit = table.Column<string>(type: "TEXT", nullable: true),
                    WhenOver = table.Column<string>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: true),
                    AlwaysShown = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReviewMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComparisonCriterion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComparisonCriterion_CriterionGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "CriterionGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeftOutRow",
                columns: table => new
                {
                    EditionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeftOutRow", x => new { x.EditionNumber, x.Path });
                    table.ForeignKey(
                        name: "FK_LeftOutRow_Edition_EditionNumber",
                        column: x => x.EditionNumber,
                        principalTable: "Edition",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EditionPart",
                columns: table => new
                {
                    EditionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionPart", x => new { x.EditionNumber, x.Position });
                    table.ForeignKey(
                        name: "FK_EditionPart_EditionEntry_Hash",
                        column: x => x.Hash,
                        principalTable: "EditionEntry",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EditionPart_Edition_EditionNumber",
                        column: x => x.EditionNumber,
                        principalTable: "Edition",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConcernCitation",
                columns: table => new
                {
                    ConcernId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernCitation", x => new { x.ConcernId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_ConcernCitation_Concern_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concern",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ConcernCitation_Source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GlossaryTermCitation",
                columns: table => new
                {
                    GlossaryTermId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GlossaryTermCitation", x => new { x.GlossaryTermId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_GlossaryTermCitation_GlossaryTerm_GlossaryTermId",
                        column: x => x.GlossaryTermId,
                        principalTable: "GlossaryTerm",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GlossaryTermCitation_Source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PreviewLink",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyHash = table.Column<string>(type: "TEXT", nullable: false),
                    Colleague = table.Column<string>(type: "TEXT", nullable: false),
                    Paths = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Expires = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewLink_StaffUser_ById",
                        column: x => x.ById,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewComment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    ClinicianId = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Suggestion = table.Column<string>(type: "TEXT", nullable: true),
                    SuggestedFor = table.Column<string>(type: "TEXT", nullable: true),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Taken = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewComment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewComment_Clinician_ClinicianId",
                        column: x => x.ClinicianId,
                        principalTable: "Clinician",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ReviewComment_StaffUser_ById",
                        column: x => x.ById,
                        principalTable: "StaffUser",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ReviewLink",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyHash = table.Column<string>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", nullable: false),
                    ClinicianId = table.Column<int>(type: "INTEGER", nullable: false),
                    Paths = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Expires = table.Column<long>(type: "INTEGER", nullable: false),
                    WrongCodes = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SessionHash = table.Column<string>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewLink_Clinician_ClinicianId",
                        column: x => x.ClinicianId,
                        principalTable: "Clinician",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewLink_StaffUser_ById",
                        column: x => x.ById,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffClaim_StaffUser_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffLogin",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffLogin", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_StaffLogin_StaffUser_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_StaffPasskey_StaffUser_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffSession",
                columns: table => new
                {
                    KeyHash = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ticket = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Begun = table.Column<long>(type: "INTEGER", nullable: false),
                    Seen = table.Column<long>(type: "INTEGER", nullable: false),
                    Ends = table.Column<long>(type: "INTEGER", nullable: false),
                    Browser = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffSession", x => x.KeyHash);
                    table.ForeignKey(
                        name: "FK_StaffSession_StaffUser_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffToken",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_StaffToken_StaffUser_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Statement",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Comparison = table.Column<string>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Registration = table.Column<string>(type: "TEXT", nullable: true),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Statement_StaffUser_ById",
                        column: x => x.ById,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkingDraft",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    BaseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    Entry = table.Column<string>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkingDraft", x => new { x.UserId, x.Path });
                    table.ForeignKey(
                        name: "FK_WorkingDraft_StaffUser_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScheduledRow",
                columns: table => new
                {
                    ScheduleId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastId = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduledRow", x => new { x.ScheduleId, x.LastId });
                    table.ForeignKey(
                        name: "FK_ScheduledRow_FieldChange_FirstId",
                        column: x => x.FirstId,
                        principalTable: "FieldChange",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScheduledRow_FieldChange_LastId",
                        column: x => x.LastId,
                        principalTable: "FieldChange",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScheduledRow_ScheduledPublication_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "ScheduledPublication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommonComparison",
                columns: table => new
                {
                    Comparison = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClinicId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommonComparison", x => new { x.Comparison, x.Place });
                    table.ForeignKey(
                        name: "FK_CommonComparison_ClinicProfile_ClinicId",
                        column: x => x.ClinicId,
                        principalTable: "ClinicProfile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CommonComparison_Treatment_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConcernEvidence",
                columns: table => new
                {
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ConcernId = table.Column<int>(type: "INTEGER", nullable: false),
                    Offer = table.Column<string>(type: "TEXT", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", nullable: true),
                    Certainty = table.Column<string>(type: "TEXT", nullable: true),
                    Comparator = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    ToBeConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Review = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernEvidence", x => new { x.TreatmentId, x.ConcernId });
                    table.ForeignKey(
                        name: "FK_ConcernEvidence_Concern_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concern",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConcernEvidence_Treatment_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contrast",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FirstId = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClinicsSay = table.Column<string>(type: "TEXT", nullable: true),
                    Review = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contrast", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contrast_Treatment_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contrast_Treatment_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerSlug",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    ConcernId = table.Column<int>(type: "INTEGER", nullable: true),
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerSlug", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerSlug_Concern_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concern",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FormerSlug_Treatment_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeNumberCitation",
                columns: table => new
                {
                    OutcomeNumberId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeNumberCitation", x => new { x.OutcomeNumberId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_OutcomeNumberCitation_OutcomeNumber_OutcomeNumberId",
                        column: x => x.OutcomeNumberId,
                        principalTable: "OutcomeNumber",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OutcomeNumberCitation_Source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeNumberCell",
                columns: table => new
                {
                    NumberId = table.Column<int>(type: "INTEGER", nullable: false),
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    CriterionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeNumberCell", x => new { x.NumberId, x.TreatmentId, x.CriterionId });
                    table.ForeignKey(
                        name: "FK_OutcomeNumberCell_ComparisonCriterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "ComparisonCriterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutcomeNumberCell_OutcomeNumber_NumberId",
                        column: x => x.NumberId,
                        principalTable: "OutcomeNumber",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OutcomeNumberCell_Treatment_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TreatmentAttribute",
                columns: table => new
                {
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    CriterionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Brief = table.Column<string>(type: "TEXT", nullable: true),
                    GetHelp = table.Column<string>(type: "TEXT", nullable: true),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                    Absence = table.Column<string>(type: "TEXT", nullable: true),
                    ToBeConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Review = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TreatmentAttribute", x => new { x.TreatmentId, x.CriterionId });
                    table.ForeignKey(
                        name: "FK_TreatmentAttribute_ComparisonCriterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "ComparisonCriterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TreatmentAttribute_Treatment_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatementWithdrawal",
                columns: table => new
                {
                    StatementId = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementWithdrawal", x => x.StatementId);
                    table.ForeignKey(
                        name: "FK_StatementWithdrawal_Statement_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConcernEvidenceCitation",
                columns: table => new
                {
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    ConcernEvidenceTreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ConcernEvidenceConcernId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernEvidenceCitation", x => new { x.SourceId, x.ConcernEvidenceTreatmentId, x.ConcernEvidenceConcernId });
                    table.ForeignKey(
                        name: "FK_ConcernEvidenceCitation_ConcernEvidence_ConcernEvidenceTreatmentId_ConcernEvidenceConcernId",
                        columns: x => new { x.ConcernEvidenceTreatmentId, x.ConcernEvidenceConcernId },
                        principalTable: "ConcernEvidence",
                        principalColumns: new[] { "TreatmentId", "ConcernId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ConcernEvidenceCitation_Source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContrastClinicsSayCitation",
                columns: table => new
                {
                    ContrastId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContrastClinicsSayCitation", x => new { x.ContrastId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_ContrastClinicsSayCitation_Contrast_ContrastId",
                        column: x => x.ContrastId,
                        principalTable: "Contrast",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContrastClinicsSayCitation_Source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContrastPassage",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ContrastId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContrastPassage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContrastPassage_Contrast_ContrastId",
                        column: x => x.ContrastId,
                        principalTable: "Contrast",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnswerCondition",
                columns: table => new
                {
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    CriterionId = table.Column<int>(type: "INTEGER", nullable: false),
                    ConditionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Means = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerCondition", x => new { x.TreatmentId, x.CriterionId, x.ConditionId });
                    table.ForeignKey(
                        name: "FK_AnswerCondition_Condition_ConditionId",
                        column: x => x.ConditionId,
                        principalTable: "Condition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerCondition_TreatmentAttribute_TreatmentId_CriterionId",
                        columns: x => new { x.TreatmentId, x.CriterionId },
                        principalTable: "TreatmentAttribute",
                        principalColumns: new[] { "TreatmentId", "CriterionId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TreatmentAttributeCitation",
                columns: table => new
                {
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    TreatmentAttributeTreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    TreatmentAttributeCriterionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TreatmentAttributeCitation", x => new { x.SourceId, x.TreatmentAttributeTreatmentId, x.TreatmentAttributeCriterionId });
                    table.ForeignKey(
                        name: "FK_TreatmentAttributeCitation_Source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TreatmentAttributeCitation_TreatmentAttribute_TreatmentAttributeTreatmentId_TreatmentAttributeCriterionId",
                        columns: x => new { x.TreatmentAttributeTreatmentId, x.TreatmentAttributeCriterionId },
                        principalTable: "TreatmentAttribute",
                        principalColumns: new[] { "TreatmentId", "CriterionId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContrastCriterion",
                columns: table => new
                {
                    PassageId = table.Column<int>(type: "INTEGER", nullable: false),
                    CriterionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContrastCriterion", x => new { x.PassageId, x.CriterionId });
                    table.ForeignKey(
                        name: "FK_ContrastCriterion_ComparisonCriterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "ComparisonCriterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContrastCriterion_ContrastPassage_PassageId",
                        column: x => x.PassageId,
                        principalTable: "ContrastPassage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContrastPassageCitation",
                columns: table => new
                {
                    ContrastPassageId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContrastPassageCitation", x => new { x.ContrastPassageId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_ContrastPassageCitation_ContrastPassage_ContrastPassageId",
                        column: x => x.ContrastPassageId,
                        principalTable: "ContrastPassage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContrastPassageCitation_Source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerCondition_ConditionId",
                table: "AnswerCondition",
                column: "ConditionId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecord_By",
                table: "AuditRecord",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecord_Kind",
                table: "AuditRecord",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSet_At",
                table: "ChangeSet",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Clinician_Slug",
                table: "Clinician",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommonComparison_ClinicId",
                table: "CommonComparison",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_CommonComparison_TreatmentId",
                table: "CommonComparison",
                column: "TreatmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ComparisonCriterion_GroupId",
                table: "ComparisonCriterion",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_ComparisonCriterion_Slug",
                table: "ComparisonCriterion",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Concern_ReplacedById",
                table: "Concern",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Concern_Slug",
                table: "Concern",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConcernCitation_SourceId",
                table: "ConcernCitation",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernEvidence_ConcernId",
                table: "ConcernEvidence",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernEvidenceCitation_ConcernEvidenceTreatmentId_ConcernEvidenceConcernId",
                table: "ConcernEvidenceCitation",
                columns: new[] { "ConcernEvidenceTreatmentId", "ConcernEvidenceConcernId" });

            migrationBuilder.CreateIndex(
                name: "IX_Condition_Slug",
                table: "Condition",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contrast_FirstId_SecondId",
                table: "Contrast",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contrast_SecondId",
                table: "Contrast",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_ContrastClinicsSayCitation_SourceId",
                table: "ContrastClinicsSayCitation",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ContrastCriterion_CriterionId",
                table: "ContrastCriterion",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_ContrastPassage_ContrastId",
                table: "ContrastPassage",
                column: "ContrastId");

            migrationBuilder.CreateIndex(
                name: "IX_ContrastPassageCitation_SourceId",
                table: "ContrastPassageCitation",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_CriterionGroup_Slug",
                table: "CriterionGroup",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EditionPart_Hash",
                table: "EditionPart",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_FieldChange_ChangeSetId",
                table: "FieldChange",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_FieldChange_Criterion_ChangeSetId",
                table: "FieldChange",
                columns: new[] { "Criterion", "ChangeSetId" });

            migrationBuilder.CreateIndex(
                name: "IX_FieldChange_Path_Version",
                table: "FieldChange",
                columns: new[] { "Path", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlug_ConcernId",
                table: "FormerSlug",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlug_Kind_Slug",
                table: "FormerSlug",
                columns: new[] { "Kind", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlug_TreatmentId",
                table: "FormerSlug",
                column: "TreatmentId");

            migrationBuilder.CreateIndex(
                name: "IX_GlossaryTerm_Slug",
                table: "GlossaryTerm",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GlossaryTermCitation_SourceId",
                table: "GlossaryTermCitation",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_HoldStep_Key",
                table: "HoldStep",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNumber_ConcernId",
                table: "OutcomeNumber",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNumber_Slug",
                table: "OutcomeNumber",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNumberCell_CriterionId",
                table: "OutcomeNumberCell",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNumberCell_TreatmentId",
                table: "OutcomeNumberCell",
                column: "TreatmentId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeNumberCitation_SourceId",
                table: "OutcomeNumberCitation",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLink_ById",
                table: "PreviewLink",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLink_KeyHash",
                table: "PreviewLink",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Question_Slug",
                table: "Question",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewComment_ById",
                table: "ReviewComment",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewComment_ClinicianId",
                table: "ReviewComment",
                column: "ClinicianId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewComment_Path",
                table: "ReviewComment",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewLink_ById",
                table: "ReviewLink",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewLink_ClinicianId",
                table: "ReviewLink",
                column: "ClinicianId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewLink_KeyHash",
                table: "ReviewLink",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewLink_SessionHash",
                table: "ReviewLink",
                column: "SessionHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRequest_DoneAt",
                table: "ReviewRequest",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledPublication_State",
                table: "ScheduledPublication",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledRow_FirstId",
                table: "ScheduledRow",
                column: "FirstId");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledRow_LastId",
                table: "ScheduledRow",
                column: "LastId");

            migrationBuilder.CreateIndex(
                name: "IX_Source_Slug",
                table: "Source",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffClaim_UserId",
                table: "StaffClaim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffLogin_UserId",
                table: "StaffLogin",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffPasskey_UserId",
                table: "StaffPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffSession_Ends",
                table: "StaffSession",
                column: "Ends");

            migrationBuilder.CreateIndex(
                name: "IX_StaffSession_UserId",
                table: "StaffSession",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "StaffUser",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "StaffUser",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statement_ById",
                table: "Statement",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Treatment_AuthorId",
                table: "Treatment",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Treatment_ReplacedById",
                table: "Treatment",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Treatment_Slug",
                table: "Treatment",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TreatmentAttribute_CriterionId",
                table: "TreatmentAttribute",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_TreatmentAttributeCitation_TreatmentAttributeTreatmentId_TreatmentAttributeCriterionId",
                table: "TreatmentAttributeCitation",
                columns: new[] { "TreatmentAttributeTreatmentId", "TreatmentAttributeCriterionId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerCondition");

            migrationBuilder.DropTable(
                name: "AuditRecord");

            migrationBuilder.DropTable(
                name: "ClarityCount");

            migrationBuilder.DropTable(
                name: "CommonComparison");

            migrationBuilder.DropTable(
                name: "ConcernCitation");

            migrationBuilder.DropTable(
                name: "ConcernEvidenceCitation");

            migrationBuilder.DropTable(
                name: "ContrastClinicsSayCitation");

            migrationBuilder.DropTable(
                name: "ContrastCriterion");

            migrationBuilder.DropTable(
                name: "ContrastPassageCitation");

            migrationBuilder.DropTable(
                name: "DoiCheck");

            migrationBuilder.DropTable(
                name: "EditionPart");

            migrationBuilder.DropTable(
                name: "FormerSlug");

            migrationBuilder.DropTable(
                name: "GlossaryTermCitation");

            migrationBuilder.DropTable(
                name: "HoldStep");

            migrationBuilder.DropTable(
                name: "LeftOutRow");

            migrationBuilder.DropTable(
                name: "OutcomeNumberCell");

            migrationBuilder.DropTable(
                name: "OutcomeNumberCitation");

            migrationBuilder.DropTable(
                name: "PreviewLink");

            migrationBuilder.DropTable(
                name: "Question");

            migrationBuilder.DropTable(
                name: "ReviewComment");

            migrationBuilder.DropTable(
                name: "ReviewLink");

            migrationBuilder.DropTable(
                name: "ReviewRequest");

            migrationBuilder.DropTable(
                name: "ScheduledRow");

            migrationBuilder.DropTable(
                name: "StaffClaim");

            migrationBuilder.DropTable(
                name: "StaffLogin");

            migrationBuilder.DropTable(
                name: "StaffPasskey");

            migrationBuilder.DropTable(
                name: "StaffSession");

            migrationBuilder.DropTable(
                name: "StaffToken");

            migrationBuilder.DropTable(
                name: "StatementWithdrawal");

            migrationBuilder.DropTable(
                name: "TreatmentAttributeCitation");

            migrationBuilder.DropTable(
                name: "WorkingDraft");

            migrationBuilder.DropTable(
                name: "Condition");

            migrationBuilder.DropTable(
                name: "ClinicProfile");

            migrationBuilder.DropTable(
                name: "ConcernEvidence");

            migrationBuilder.DropTable(
                name: "ContrastPassage");

            migrationBuilder.DropTable(
                name: "EditionEntry");

            migrationBuilder.DropTable(
                name: "GlossaryTerm");

            migrationBuilder.DropTable(
                name: "Edition");

            migrationBuilder.DropTable(
                name: "OutcomeNumber");

            migrationBuilder.DropTable(
                name: "FieldChange");

            migrationBuilder.DropTable(
                name: "ScheduledPublication");

            migrationBuilder.DropTable(
                name: "Statement");

            migrationBuilder.DropTable(
                name: "Source");

            migrationBuilder.DropTable(
                name: "TreatmentAttribute");

            migrationBuilder.DropTable(
                name: "Contrast");

            migrationBuilder.DropTable(
                name: "Concern");

            migrationBuilder.DropTable(
                name: "ChangeSet");

            migrationBuilder.DropTable(
                name: "StaffUser");

            migrationBuilder.DropTable(
                name: "ComparisonCriterion");

            migrationBuilder.DropTable(
                name: "Treatment");

            migrationBuilder.DropTable(
                name: "CriterionGroup");

            migrationBuilder.DropTable(
                name: "Clinician");
        }
    }
}
