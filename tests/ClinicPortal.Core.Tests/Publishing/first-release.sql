PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE "AnswerCondition" (
    "TreatmentId" INTEGER NOT NULL,
    "CriterionId" INTEGER NOT NULL,
    "ConditionId" INTEGER NOT NULL,
    "Means" TEXT NOT NULL,
    CONSTRAINT "PK_AnswerCondition" PRIMARY KEY ("TreatmentId", "CriterionId", "ConditionId"),
    CONSTRAINT "FK_AnswerCondition_Condition_ConditionId" FOREIGN KEY ("ConditionId") REFERENCES "Condition" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AnswerCondition_TreatmentAttribute_TreatmentId_CriterionId" FOREIGN KEY ("TreatmentId", "CriterionId") REFERENCES "TreatmentAttribute" ("TreatmentId", "CriterionId") ON DELETE CASCADE
);
INSERT INTO "AnswerCondition" VALUES(3,6,1,'DoNot');
INSERT INTO "AnswerCondition" VALUES(3,6,2,'NoReasonAgainst');
CREATE TABLE "AuditRecord" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditRecord" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ById" INTEGER NULL,
    "Network" TEXT NULL,
    "Subject" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "Count" INTEGER NOT NULL
);
INSERT INTO "AuditRecord" VALUES(1,639310212000000000,'Access','Clinic Portal',NULL,NULL,'Example Clinician (clinician@clinic.example)','Invited. Role: Reviewer.',1);
INSERT INTO "AuditRecord" VALUES(2,639310212000000000,'Publication','Example Editor',NULL,NULL,'Edition 1','Published. Note: First',1);
INSERT INTO "AuditRecord" VALUES(3,639310212000000000,'Override','Example Editor',NULL,NULL,'Edition 1','Not signed by a clinician: 13. Contradictions and gaps: 9. Reason: For a test',1);
INSERT INTO "AuditRecord" VALUES(4,639310212000000000,'Publication','Example Editor',NULL,NULL,'Edition 2','Published.',1);
INSERT INTO "AuditRecord" VALUES(5,639310212000000000,'Override','Example Editor',NULL,NULL,'Edition 2','Not signed by a clinician: 1. Contradictions and gaps: 0. Reason: For a test',1);
INSERT INTO "AuditRecord" VALUES(6,639310212000000000,'Access','Clinic Portal',NULL,NULL,'Example Editor (editor@clinic.example)','Invited. Role: Editor.',1);
CREATE TABLE "ChangeSet" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ChangeSet" PRIMARY KEY AUTOINCREMENT,
    "By" TEXT NOT NULL,
    "ById" INTEGER NULL,
    "At" INTEGER NOT NULL,
    "Why" TEXT NULL,
    "Signs" INTEGER NOT NULL
);
INSERT INTO "ChangeSet" VALUES(1,'Clinic Portal',NULL,639310212000000000,NULL,0);
INSERT INTO "ChangeSet" VALUES(2,'Example Clinician',1,639310212000000000,NULL,1);
INSERT INTO "ChangeSet" VALUES(3,'Clinic Portal',NULL,639310212000000000,NULL,0);
INSERT INTO "ChangeSet" VALUES(4,'Example Editor',NULL,639311040000000000,'Written anew',0);
INSERT INTO "ChangeSet" VALUES(5,'Example Editor',NULL,639311040000000000,'Written anew',0);
INSERT INTO "ChangeSet" VALUES(6,'Example Editor',NULL,639311040000000000,'Back to version 1',0);
CREATE TABLE "ClarityCount" (
    "Criterion" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Clear" INTEGER NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_ClarityCount" PRIMARY KEY ("Criterion", "Day", "Clear")
);
CREATE TABLE "ClinicProfile" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ClinicProfile" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Sample" INTEGER NOT NULL,
    "Telephone" TEXT NOT NULL,
    "Email" TEXT NULL,
    "Address" TEXT NOT NULL,
    "Hours" TEXT NOT NULL,
    "About" TEXT NULL,
    "Funding" TEXT NULL,
    "ClosingLine" TEXT NULL,
    "MedicalCareNotice" TEXT NULL,
    "ReviewMonths" INTEGER NULL,
    "Version" INTEGER NOT NULL
);
INSERT INTO "ClinicProfile" VALUES(1,'{"en":"Example Clinic"}',1,'020 7946 0000','hello@clinic.example','[{"en":"1 Example Street"},{"en":"London"}]','[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}]','{"en":"We roll and soak."}',NULL,'{"en":"Talk it over before you decide."}','{"en":"Rolling does not replace medical care."}',NULL,2);
CREATE TABLE "Clinician" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Clinician" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Registration" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL
);
INSERT INTO "Clinician" VALUES(1,'Example Clinician','{"en":"Reviewer"}','EX 1',1,0,0,'example-clinician');
CREATE TABLE "CommonComparison" (
    "Comparison" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "TreatmentId" INTEGER NOT NULL,
    "ClinicId" INTEGER NOT NULL,
    CONSTRAINT "PK_CommonComparison" PRIMARY KEY ("Comparison", "Place"),
    CONSTRAINT "FK_CommonComparison_ClinicProfile_ClinicId" FOREIGN KEY ("ClinicId") REFERENCES "ClinicProfile" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CommonComparison_Treatment_TreatmentId" FOREIGN KEY ("TreatmentId") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT
);
INSERT INTO "CommonComparison" VALUES(0,1,2,1);
INSERT INTO "CommonComparison" VALUES(1,0,2,1);
INSERT INTO "CommonComparison" VALUES(0,0,3,1);
INSERT INTO "CommonComparison" VALUES(1,1,3,1);
CREATE TABLE "ComparisonCriterion" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ComparisonCriterion" PRIMARY KEY AUTOINCREMENT,
    "GroupId" INTEGER NOT NULL,
    "Question" TEXT NOT NULL,
    "Term" TEXT NOT NULL,
    "Help" TEXT NOT NULL,
    "SearchNames" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Role" TEXT NULL,
    "InSentence" TEXT NULL,
    "Unit" TEXT NULL,
    "WhenOver" TEXT NULL,
    "Steps" TEXT NOT NULL,
    "Priority" INTEGER NULL,
    "AlwaysShown" INTEGER NOT NULL,
    "ReviewMonths" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "FK_ComparisonCriterion_CriterionGroup_GroupId" FOREIGN KEY ("GroupId") REFERENCES "CriterionGroup" ("Id") ON DELETE RESTRICT
);
INSERT INTO "ComparisonCriterion" VALUES(1,1,'{"en":"Question about what?"}','{"en":"what"}','{"en":"Help with what."}','[]','Prose','What',NULL,NULL,NULL,'[]',NULL,1,NULL,1,0,0,'what');
INSERT INTO "ComparisonCriterion" VALUES(2,1,'{"en":"Question about sessions?"}','{"en":"sessions"}','{"en":"Help with sessions."}','[]','Count','Sessions',NULL,'{"one":{"en":"turn"},"many":{"en":"turns"}}',NULL,'[]',1,0,NULL,1,1,0,'sessions');
INSERT INTO "ComparisonCriterion" VALUES(3,2,'{"en":"Question about onset?"}','{"en":"onset"}','{"en":"Help with onset."}','[]','Duration',NULL,'{"en":"how soon it shines"}',NULL,'{"en":"it shines"}','[]',NULL,0,NULL,1,2,0,'onset');
INSERT INTO "ComparisonCriterion" VALUES(4,1,'{"en":"Question about pain?"}','{"en":"pain"}','{"en":"Help with pain."}','[{"en":"Ache"}]','Scale',NULL,NULL,NULL,NULL,'[{"en":"None"},{"en":"Some"},{"en":"Much"}]',NULL,0,NULL,1,3,0,'pain');
INSERT INTO "ComparisonCriterion" VALUES(5,1,'{"en":"Question about cost?"}','{"en":"cost"}','{"en":"Help with cost."}','[]','MoneyBand',NULL,NULL,NULL,NULL,'[{"en":"Low"},{"en":"High"}]',NULL,0,NULL,1,4,0,'cost');
INSERT INTO "ComparisonCriterion" VALUES(6,2,'{"en":"Question about repeat?"}','{"en":"repeat"}','{"en":"Help with repeat."}','[]','YesNo',NULL,NULL,NULL,NULL,'[]',NULL,0,NULL,1,5,0,'repeat');
CREATE TABLE "Concern" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Concern" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "OtherNames" TEXT NOT NULL,
    "SearchNames" TEXT NOT NULL,
    "Summary" TEXT NULL,
    "IfNothingIsDone" TEXT NULL,
    "EvidenceChosen" TEXT NULL,
    "NeedsMedicalCare" INTEGER NOT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "Review" TEXT NULL,
    "ReplacedById" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "FK_Concern_Concern_ReplacedById" FOREIGN KEY ("ReplacedById") REFERENCES "Concern" ("Id") ON DELETE RESTRICT
);
INSERT INTO "Concern" VALUES(1,'{"en":"Dullness"}','[{"en":"Greyness"}]','[{"en":"Murky days"},{"tr":"Donukluk"}]','{"en":"Less light."}',NULL,NULL,0,0,NULL,NULL,1,0,0,'dullness');
INSERT INTO "Concern" VALUES(2,'{"en":"Roughness"}','[]','[]',NULL,'{"en":"It stays."}','{"en":"Two trials were found; both are named."}',1,0,NULL,NULL,1,1,0,'roughness');
INSERT INTO "Concern" VALUES(3,'{"en":"Dimness"}','[]','[]',NULL,NULL,NULL,0,0,NULL,1,1,2,1,'dimness');
CREATE TABLE "ConcernCitation" (
    "ConcernId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_ConcernCitation" PRIMARY KEY ("ConcernId", "SourceId"),
    CONSTRAINT "FK_ConcernCitation_Concern_ConcernId" FOREIGN KEY ("ConcernId") REFERENCES "Concern" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ConcernCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "ConcernCitation" VALUES(1,1);
CREATE TABLE "ConcernEvidence" (
    "TreatmentId" INTEGER NOT NULL,
    "ConcernId" INTEGER NOT NULL,
    "Offer" TEXT NOT NULL,
    "Direction" TEXT NULL,
    "Certainty" TEXT NULL,
    "Comparator" TEXT NULL,
    "Note" TEXT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "Review" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_ConcernEvidence" PRIMARY KEY ("TreatmentId", "ConcernId"),
    CONSTRAINT "FK_ConcernEvidence_Concern_ConcernId" FOREIGN KEY ("ConcernId") REFERENCES "Concern" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ConcernEvidence_Treatment_TreatmentId" FOREIGN KEY ("TreatmentId") REFERENCES "Treatment" ("Id") ON DELETE CASCADE
);
INSERT INTO "ConcernEvidence" VALUES(3,1,'Studied','Improves','Low','{"en":"Rest"}',NULL,0,NULL,1);
INSERT INTO "ConcernEvidence" VALUES(3,2,'NotUsual',NULL,NULL,NULL,'{"en":"Rarely."}',0,NULL,1);
CREATE TABLE "ConcernEvidenceCitation" (
    "SourceId" INTEGER NOT NULL,
    "ConcernEvidenceTreatmentId" INTEGER NOT NULL,
    "ConcernEvidenceConcernId" INTEGER NOT NULL,
    CONSTRAINT "PK_ConcernEvidenceCitation" PRIMARY KEY ("SourceId", "ConcernEvidenceTreatmentId", "ConcernEvidenceConcernId"),
    CONSTRAINT "FK_ConcernEvidenceCitation_ConcernEvidence_ConcernEvidenceTreatmentId_ConcernEvidenceConcernId" FOREIGN KEY ("ConcernEvidenceTreatmentId", "ConcernEvidenceConcernId") REFERENCES "ConcernEvidence" ("TreatmentId", "ConcernId") ON DELETE CASCADE,
    CONSTRAINT "FK_ConcernEvidenceCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "ConcernEvidenceCitation" VALUES(1,3,1);
CREATE TABLE "Condition" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Condition" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "SearchNames" TEXT NOT NULL,
    "Always" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL
);
INSERT INTO "Condition" VALUES(1,'{"en":"Dizziness"}','[{"en":"Vertigo"}]',1,1,0,0,'dizziness');
INSERT INTO "Condition" VALUES(2,'{"en":"Stiffness"}','[]',0,1,1,0,'stiffness');
INSERT INTO "Condition" VALUES(3,'{"en":"Sleepiness"}','[]',0,1,2,1,'sleepiness');
CREATE TABLE "Contrast" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Contrast" PRIMARY KEY AUTOINCREMENT,
    "FirstId" INTEGER NOT NULL,
    "SecondId" INTEGER NOT NULL,
    "ClinicsSay" TEXT NULL,
    "Review" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    CONSTRAINT "FK_Contrast_Treatment_FirstId" FOREIGN KEY ("FirstId") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contrast_Treatment_SecondId" FOREIGN KEY ("SecondId") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT
);
INSERT INTO "Contrast" VALUES(1,3,2,'{"en":"Clinics like both."}',NULL,1,0,0);
CREATE TABLE "ContrastClinicsSayCitation" (
    "ContrastId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_ContrastClinicsSayCitation" PRIMARY KEY ("ContrastId", "SourceId"),
    CONSTRAINT "FK_ContrastClinicsSayCitation_Contrast_ContrastId" FOREIGN KEY ("ContrastId") REFERENCES "Contrast" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ContrastClinicsSayCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "ContrastClinicsSayCitation" VALUES(1,3);
CREATE TABLE "ContrastCriterion" (
    "PassageId" INTEGER NOT NULL,
    "CriterionId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Verdict" TEXT NULL,
    CONSTRAINT "PK_ContrastCriterion" PRIMARY KEY ("PassageId", "CriterionId"),
    CONSTRAINT "FK_ContrastCriterion_ComparisonCriterion_CriterionId" FOREIGN KEY ("CriterionId") REFERENCES "ComparisonCriterion" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ContrastCriterion_ContrastPassage_PassageId" FOREIGN KEY ("PassageId") REFERENCES "ContrastPassage" ("Id") ON DELETE CASCADE
);
INSERT INTO "ContrastCriterion" VALUES(1,1,1,'Differs');
INSERT INTO "ContrastCriterion" VALUES(1,3,0,NULL);
CREATE TABLE "ContrastPassage" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ContrastPassage" PRIMARY KEY AUTOINCREMENT,
    "Position" INTEGER NOT NULL,
    "Heading" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "ContrastId" INTEGER NOT NULL,
    CONSTRAINT "FK_ContrastPassage_Contrast_ContrastId" FOREIGN KEY ("ContrastId") REFERENCES "Contrast" ("Id") ON DELETE CASCADE
);
INSERT INTO "ContrastPassage" VALUES(1,0,'{"en":"Which is quicker?"}','{"en":"Soaking is quicker to begin with."}',1);
CREATE TABLE "ContrastPassageCitation" (
    "ContrastPassageId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_ContrastPassageCitation" PRIMARY KEY ("ContrastPassageId", "SourceId"),
    CONSTRAINT "FK_ContrastPassageCitation_ContrastPassage_ContrastPassageId" FOREIGN KEY ("ContrastPassageId") REFERENCES "ContrastPassage" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ContrastPassageCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "ContrastPassageCitation" VALUES(1,1);
INSERT INTO "ContrastPassageCitation" VALUES(1,2);
CREATE TABLE "CriterionGroup" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CriterionGroup" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL
);
INSERT INTO "CriterionGroup" VALUES(1,'{"en":"Basics"}',1,0,0,'basics');
INSERT INTO "CriterionGroup" VALUES(2,'{"en":"Time"}',1,1,0,'time');
CREATE TABLE "DoiCheck" (
    "Doi" TEXT NOT NULL CONSTRAINT "PK_DoiCheck" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "IsKnown" INTEGER NOT NULL
);
CREATE TABLE "Edition" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_Edition" PRIMARY KEY,
    "PublishedAt" INTEGER NOT NULL,
    "PublishedBy" TEXT NOT NULL,
    "Note" TEXT NULL,
    "LastChange" INTEGER NOT NULL,
    "Repeats" INTEGER NULL,
    "ScheduledFor" TEXT NULL,
    "IsLate" INTEGER NOT NULL,
    "Override" TEXT NULL,
    "Unreviewed" INTEGER NOT NULL,
    "Warnings" INTEGER NOT NULL
);
INSERT INTO "Edition" VALUES(1,639310212000000000,'Example Editor','First',38,NULL,NULL,0,'For a test',13,9);
INSERT INTO "Edition" VALUES(2,639311076000000000,'Example Editor',NULL,44,NULL,NULL,0,'For a test',1,0);
CREATE TABLE "EditionEntry" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_EditionEntry" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Format" INTEGER NOT NULL,
    "Json" TEXT NOT NULL
);
INSERT INTO "EditionEntry" VALUES('02c56c3b81120302a476210d68020baf0c8701ebe4c1f73e8e0afe6a4d52e541','criterion',1,'{"slug":"pain","group":"basics","question":{"en":"Question about pain?"},"term":{"en":"pain"},"help":{"en":"Help with pain."},"search-names":[{"en":"Ache"}],"kind":"scale","steps":[{"en":"None"},{"en":"Some"},{"en":"Much"}]}');
INSERT INTO "EditionEntry" VALUES('19a126b5f63e57811aca70bc1b0998eb56738489261da649cffd18827e1895a1','treatment',1,'{"slug":"rinsing","name":{"en":"Rinsing"},"summary":{"en":"Something rinses."},"archived":true,"replaced-by":"soaking"}');
INSERT INTO "EditionEntry" VALUES('1f65423cc0b113645ba2ef2eb369abf7f1329ea7ec3e2deead3c50dafb20879a','condition',1,'{"slug":"dizziness","name":{"en":"Dizziness"},"search-names":[{"en":"Vertigo"}],"always":true}');
INSERT INTO "EditionEntry" VALUES('292c41474079d95cf916a81387c13609a3158903d3ed9f2d1b888383d7005504','criterion',1,'{"slug":"sessions","group":"basics","question":{"en":"Question about sessions?"},"term":{"en":"sessions"},"help":{"en":"Help with sessions."},"kind":"count","role":"sessions","unit":{"one":{"en":"turn"},"many":{"en":"turns"}},"priority":1}');
INSERT INTO "EditionEntry" VALUES('45caa9770fc6811c6ce61ae3db680c190db2d19ff21ab283e51a2f576d2ccdd2','number',1,'{"key":"n2","outcome":{"en":"felt worse"},"effect":"harm","group":{"en":"people who asked"},"counted":{"en":"people"},"no-rate":{"en":"Nobody has counted them."},"sources":["second"]}');
INSERT INTO "EditionEntry" VALUES('46229fc7f68b519d8d5dbe584d340bced87ccedb0b775eb4113dbb251c4526f4','number',1,'{"key":"n1","outcome":{"en":"felt brighter"},"effect":"benefit","group":{"en":"people who asked"},"time":{"en":"over 6 weeks"},"counted":{"en":"people"},"denominator":100,"arms":[{"label":{"en":"Rolling"},"count":40,"events":20,"total":50},{"label":{"en":"Nothing"},"count":0}],"certainty":"low","certainty-reason":{"en":"Few people were asked."},"concern":"dullness","places":[{"treatment":"rolling","criterion":"what"},{"treatment":"rolling","criterion":"onset"}],"sources":["first"]}');
INSERT INTO "EditionEntry" VALUES('5040a2dff2d8fd5cabebb8d9f01ef56d67aa9208b7cca9b2197f7b445f9bc309','source',1,'{"key":"second","reference":"Example B. A study of soaking. 2021.","url":"https://example.org/soaking","state":"to-be-confirmed","note":"Read again."}');
INSERT INTO "EditionEntry" VALUES('54b612a2658508e3c8297f4fabf60b45db6a0ea02043e0881e4ed62f71491994','treatment',1,'{"slug":"nothing","name":{"en":"Nothing"},"summary":{"en":"You wait."},"baseline":true}');
INSERT INTO "EditionEntry" VALUES('552ff8047b0d148153a8ac8a717c14417b2b62592360aa24b2bc89e9f67659ae','criterion',1,'{"slug":"repeat","group":"time","question":{"en":"Question about repeat?"},"term":{"en":"repeat"},"help":{"en":"Help with repeat."},"kind":"yes-no"}');
INSERT INTO "EditionEntry" VALUES('570f7059883d683de51cef9be54f2c07b5ddf11144ffda5b720c96860bbc634b','term',1,'{"slug":"roller","term":{"en":"Roller"},"other-forms":[{"en":"rollers"}],"definition":{"en":"A thing that rolls."},"sources":["second"]}');
INSERT INTO "EditionEntry" VALUES('62cf00877c8a22701f58f0d5427df1274db7356adddda5be811da186ca2bcf6b','group',1,'{"slug":"basics","name":{"en":"Basics"}}');
INSERT INTO "EditionEntry" VALUES('6755deca0c5584d278384b5c5e389ad1fdba91fcfbb0a79e3eb650fd03040c6a','treatment',1,'{"slug":"rolling","former-slugs":["turning","spinning"],"name":{"en":"Rolling"},"short-name":{"en":"Roll"},"in-sentence":{"en":"a roll"},"other-names":[{"en":"Turning over"}],"search-names":[{"en":"Rock and roll"}],"summary":{"en":"Something rolls."},"picture":"prp","picture-alt":{"en":"A wheel."},"surgical":true,"prescription-only":"depends","prescription-note":{"en":"Ask."},"offered":true,"answers":[{"criterion":"what","text":{"en":"A roller rolls."},"brief":{"en":"Rolls"},"to-be-confirmed":true,"sources":["first","second"]},{"criterion":"sessions","text":{"en":"Three or four."},"value":{"parts":[{"min":3,"max":4,"approximate":true}]}},{"criterion":"onset","text":{"en":"2 to 4 weeks."},"value":{"parts":[{"min":2,"max":4.5,"unit":"week","note":{"en":"often"}}]}},{"criterion":"pain","text":{"en":"None."},"value":{"parts":[{"min":0,"max":0}]},"review":{"clinician":"Example Clinician","role":{"en":"Reviewer"},"registration":"EX 1","at":"2026-11-23T09:00:00+00:00","next-due":"2027-05-23","hash":"d04d93fdaafbc5bb643b21c175e38c4a2990207844c106952ad6a8311ed55ad3"}},{"criterion":"cost","absence":"not-known"},{"criterion":"repeat","text":{"en":"Yes. Ask if it squeaks."},"get-help":{"en":"Ask if it squeaks."},"value":{"parts":[{"min":1,"max":1}]},"conditions":[{"condition":"dizziness","means":"do-not"},{"condition":"stiffness","means":"no-reason-against"}]}],"concerns":[{"concern":"dullness","offer":"studied","direction":"improves","certainty":"low","comparator":{"en":"Rest"},"sources":["first"]},{"concern":"roughness","offer":"not-usual","note":{"en":"Rarely."}}],"author":"example-clinician","review-months":6}');
INSERT INTO "EditionEntry" VALUES('6d922fb416bd99435cc04ab20a1497d6cd01713f8d51efeb6fd4806db8349da9','source',1,'{"key":"first","reference":"Example A. A study of rolling. 2020.","year":2020,"doi":"10.1000/example.1","pmid":"12345","state":"checked"}');
INSERT INTO "EditionEntry" VALUES('8c3c1df524be1ccba61ad89a9891b3538c8806e03e7fb765ddcd79904011f18c','criterion',1,'{"slug":"what","group":"basics","question":{"en":"Question about what?"},"term":{"en":"what"},"help":{"en":"Help with what."},"kind":"prose","role":"what","always-shown":true}');
INSERT INTO "EditionEntry" VALUES('adb4e5d60be33695f4d79692f41c974af2fe0c263355e937b05d01f68abb667b','contrast',1,'{"between":["rolling","soaking"],"passages":[{"heading":{"en":"Which is quicker?"},"text":{"en":"Soaking is quicker to begin with."},"criteria":[{"criterion":"onset"},{"criterion":"what","verdict":"differs"}],"sources":["first","second"]}],"clinics-say":{"en":"Clinics like both."},"clinics-say-sources":["maker"]}');
INSERT INTO "EditionEntry" VALUES('aea47f52172b47117920f99f79617ec6e72b75e4cc808a002118d831af6c3500','question',1,'{"key":"q1","text":{"en":"What happens if I wait?"}}');
INSERT INTO "EditionEntry" VALUES('b29bae0a23c2089a69b9bb4db6e1de41440539b75dec498f32b4e5c7f950afc6','group',1,'{"slug":"time","name":{"en":"Time"}}');
INSERT INTO "EditionEntry" VALUES('b3c0df1fd01ae16ec3ee967ae2cbce0abe4f0a8dd210e2c806afad2b1aec29d2','treatment',1,'{"slug":"soaking","name":{"en":"Soaking"},"summary":{"en":"Something soaks."},"offered":false,"answers":[{"criterion":"onset","text":{"en":"Warm: at once. Cold: up to 2 days."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}]}');
INSERT INTO "EditionEntry" VALUES('b6a8f4bf0875baed79c3b9f6e2ced5d1ce21f977751b168cde052f2deaf9c580','condition',1,'{"slug":"sleepiness","name":{"en":"Sleepiness"},"archived":true}');
INSERT INTO "EditionEntry" VALUES('b82c061f4de385128328a4ac6911bceac3168491efc8ac1cca9500091b61bc3c','condition',1,'{"slug":"stiffness","name":{"en":"Stiffness"}}');
INSERT INTO "EditionEntry" VALUES('c955d1faad76366bebe9ec876b233c2babf984b616c485aff91aa5aec7159912','criterion',1,'{"slug":"onset","group":"time","question":{"en":"Question about onset?"},"term":{"en":"onset"},"help":{"en":"Help with onset."},"kind":"duration","in-sentence":{"en":"how soon it shines"},"when-over":{"en":"it shines"}}');
INSERT INTO "EditionEntry" VALUES('e7937f1fb919f6540341e6909f2bd090fe39aac588402131b89231e2f4f5061f','concern',1,'{"slug":"roughness","name":{"en":"Roughness"},"if-nothing-is-done":{"en":"It stays."},"evidence-chosen":{"en":"Two trials were found; both are named."},"needs-medical-care":true}');
INSERT INTO "EditionEntry" VALUES('ea878399a44118eeeaf1587cccfbf3ae817eefe870a6a0d426e1d3da46e72f39','clinic',1,'{"name":{"en":"Example Clinic"},"sample":true,"telephone":"020 7946 0000","email":"hello@clinic.example","address":[{"en":"1 Example Street"},{"en":"London"}],"hours":[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}],"about":{"en":"We roll and soak."},"funding":{"en":"The clinic paid. It sells rolling."},"closing-line":{"en":"Talk it over before you decide."},"medical-care-notice":{"en":"Rolling does not replace medical care."},"common-comparisons":[["rolling","soaking"],["soaking","rolling"]]}');
INSERT INTO "EditionEntry" VALUES('eae2abd9280675646c84cc2c92116f35239f1cf05cd9ab85a6a6c6aec8630064','concern',1,'{"slug":"dimness","name":{"en":"Dimness"},"archived":true,"replaced-by":"dullness"}');
INSERT INTO "EditionEntry" VALUES('ed83889f918c44e7cf532b2c293ddacfe416507e7df93932a605eec8939d72de','criterion',1,'{"slug":"cost","group":"basics","question":{"en":"Question about cost?"},"term":{"en":"cost"},"help":{"en":"Help with cost."},"kind":"money-band","steps":[{"en":"Low"},{"en":"High"}]}');
INSERT INTO "EditionEntry" VALUES('f1fc012f90e94e613d552196a97329933dbca9110b82f641a77f1aae5c95a9c4','clinician',1,'{"slug":"example-clinician","name":"Example Clinician","role":{"en":"Reviewer"},"registration":"EX 1"}');
INSERT INTO "EditionEntry" VALUES('f875d294da9b3a67cc62847a7b05169bead3465f6ad05443519514e56f8bfd97','concern',1,'{"slug":"dullness","former-slugs":["dull-days"],"name":{"en":"Dullness"},"other-names":[{"en":"Greyness"}],"search-names":[{"en":"Murky days"},{"tr":"Donukluk"}],"summary":{"en":"Less light."},"sources":["first"]}');
INSERT INTO "EditionEntry" VALUES('fe66d6070b4b598f3688b7b59c656883652e0d7b2337b080a9e395956e36f9e4','source',1,'{"key":"maker","reference":"A maker''s leaflet.","state":"checked","commercial":true}');
INSERT INTO "EditionEntry" VALUES('1b2a12fb2ffe41a356c7dc9d6cda4532db19a762a84add267cc5adc604be75b7','clinic',1,'{"name":{"en":"Example Clinic"},"sample":true,"telephone":"020 7946 0000","email":"hello@clinic.example","address":[{"en":"1 Example Street"},{"en":"London"}],"hours":[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}],"about":{"en":"We roll and soak."},"closing-line":{"en":"Talk it over before you decide."},"medical-care-notice":{"en":"Rolling does not replace medical care."},"common-comparisons":[["rolling","soaking"],["soaking","rolling"]]}');
INSERT INTO "EditionEntry" VALUES('6290da6ecbeac3d91fa6ee5ac3617f06beec826d9237c692158a89741ec51c62','treatment',1,'{"slug":"soaking","name":{"en":"Soaking"},"summary":{"en":"Something soaks."},"answers":[{"criterion":"onset","text":{"en":"Warm: at once. Cold: up to 2 days."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}]}');
INSERT INTO "EditionEntry" VALUES('d038d2568845dc0d9274f19fc48189070219b2bed93732d7b328fb0464ccefcc','treatment',1,'{"slug":"rolling","former-slugs":["turning","spinning"],"name":{"en":"Rolling"},"short-name":{"en":"Roll"},"in-sentence":{"en":"a roll"},"other-names":[{"en":"Turning over"}],"search-names":[{"en":"Rock and roll"}],"summary":{"en":"Something rolls."},"picture":"prp","picture-alt":{"en":"A wheel."},"surgical":true,"prescription-only":"depends","prescription-note":{"en":"Ask."},"answers":[{"criterion":"what","text":{"en":"Otherwise."},"brief":{"en":"Rolls"},"to-be-confirmed":true,"sources":["first","second"]},{"criterion":"sessions","text":{"en":"Three or four."},"value":{"parts":[{"min":3,"max":4,"approximate":true}]}},{"criterion":"onset","text":{"en":"2 to 4 weeks."},"value":{"parts":[{"min":2,"max":4.5,"unit":"week","note":{"en":"often"}}]}},{"criterion":"pain","text":{"en":"None."},"value":{"parts":[{"min":0,"max":0}]},"review":{"clinician":"Example Clinician","role":{"en":"Reviewer"},"registration":"EX 1","at":"2026-11-23T09:00:00+00:00","next-due":"2027-05-23","hash":"d04d93fdaafbc5bb643b21c175e38c4a2990207844c106952ad6a8311ed55ad3"}},{"criterion":"cost","absence":"not-known"},{"criterion":"repeat","text":{"en":"Yes. Ask if it squeaks."},"get-help":{"en":"Ask if it squeaks."},"value":{"parts":[{"min":1,"max":1}]},"conditions":[{"condition":"dizziness","means":"do-not"},{"condition":"stiffness","means":"no-reason-against"}]}],"concerns":[{"concern":"dullness","offer":"studied","direction":"improves","certainty":"low","comparator":{"en":"Rest"},"sources":["first"]},{"concern":"roughness","offer":"not-usual","note":{"en":"Rarely."}}],"review-months":6}');
CREATE TABLE "EditionPart" (
    "EditionNumber" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    CONSTRAINT "PK_EditionPart" PRIMARY KEY ("EditionNumber", "Position"),
    CONSTRAINT "FK_EditionPart_EditionEntry_Hash" FOREIGN KEY ("Hash") REFERENCES "EditionEntry" ("Hash") ON DELETE RESTRICT,
    CONSTRAINT "FK_EditionPart_Edition_EditionNumber" FOREIGN KEY ("EditionNumber") REFERENCES "Edition" ("Number") ON DELETE CASCADE
);
INSERT INTO "EditionPart" VALUES(1,0,'ea878399a44118eeeaf1587cccfbf3ae817eefe870a6a0d426e1d3da46e72f39');
INSERT INTO "EditionPart" VALUES(1,1,'6d922fb416bd99435cc04ab20a1497d6cd01713f8d51efeb6fd4806db8349da9');
INSERT INTO "EditionPart" VALUES(1,2,'5040a2dff2d8fd5cabebb8d9f01ef56d67aa9208b7cca9b2197f7b445f9bc309');
INSERT INTO "EditionPart" VALUES(1,3,'fe66d6070b4b598f3688b7b59c656883652e0d7b2337b080a9e395956e36f9e4');
INSERT INTO "EditionPart" VALUES(1,4,'f1fc012f90e94e613d552196a97329933dbca9110b82f641a77f1aae5c95a9c4');
INSERT INTO "EditionPart" VALUES(1,5,'62cf00877c8a22701f58f0d5427df1274db7356adddda5be811da186ca2bcf6b');
INSERT INTO "EditionPart" VALUES(1,6,'b29bae0a23c2089a69b9bb4db6e1de41440539b75dec498f32b4e5c7f950afc6');
INSERT INTO "EditionPart" VALUES(1,7,'8c3c1df524be1ccba61ad89a9891b3538c8806e03e7fb765ddcd79904011f18c');
INSERT INTO "EditionPart" VALUES(1,8,'292c41474079d95cf916a81387c13609a3158903d3ed9f2d1b888383d7005504');
INSERT INTO "EditionPart" VALUES(1,9,'c955d1faad76366bebe9ec876b233c2babf984b616c485aff91aa5aec7159912');
INSERT INTO "EditionPart" VALUES(1,10,'02c56c3b81120302a476210d68020baf0c8701ebe4c1f73e8e0afe6a4d52e541');
INSERT INTO "EditionPart" VALUES(1,11,'ed83889f918c44e7cf532b2c293ddacfe416507e7df93932a605eec8939d72de');
INSERT INTO "EditionPart" VALUES(1,12,'552ff8047b0d148153a8ac8a717c14417b2b62592360aa24b2bc89e9f67659ae');
INSERT INTO "EditionPart" VALUES(1,13,'f875d294da9b3a67cc62847a7b05169bead3465f6ad05443519514e56f8bfd97');
INSERT INTO "EditionPart" VALUES(1,14,'e7937f1fb919f6540341e6909f2bd090fe39aac588402131b89231e2f4f5061f');
INSERT INTO "EditionPart" VALUES(1,15,'eae2abd9280675646c84cc2c92116f35239f1cf05cd9ab85a6a6c6aec8630064');
INSERT INTO "EditionPart" VALUES(1,16,'1f65423cc0b113645ba2ef2eb369abf7f1329ea7ec3e2deead3c50dafb20879a');
INSERT INTO "EditionPart" VALUES(1,17,'b82c061f4de385128328a4ac6911bceac3168491efc8ac1cca9500091b61bc3c');
INSERT INTO "EditionPart" VALUES(1,18,'b6a8f4bf0875baed79c3b9f6e2ced5d1ce21f977751b168cde052f2deaf9c580');
INSERT INTO "EditionPart" VALUES(1,19,'54b612a2658508e3c8297f4fabf60b45db6a0ea02043e0881e4ed62f71491994');
INSERT INTO "EditionPart" VALUES(1,20,'6755deca0c5584d278384b5c5e389ad1fdba91fcfbb0a79e3eb650fd03040c6a');
INSERT INTO "EditionPart" VALUES(1,21,'b3c0df1fd01ae16ec3ee967ae2cbce0abe4f0a8dd210e2c806afad2b1aec29d2');
INSERT INTO "EditionPart" VALUES(1,22,'19a126b5f63e57811aca70bc1b0998eb56738489261da649cffd18827e1895a1');
INSERT INTO "EditionPart" VALUES(1,23,'adb4e5d60be33695f4d79692f41c974af2fe0c263355e937b05d01f68abb667b');
INSERT INTO "EditionPart" VALUES(1,24,'46229fc7f68b519d8d5dbe584d340bced87ccedb0b775eb4113dbb251c4526f4');
INSERT INTO "EditionPart" VALUES(1,25,'45caa9770fc6811c6ce61ae3db680c190db2d19ff21ab283e51a2f576d2ccdd2');
INSERT INTO "EditionPart" VALUES(1,26,'aea47f52172b47117920f99f79617ec6e72b75e4cc808a002118d831af6c3500');
INSERT INTO "EditionPart" VALUES(1,27,'570f7059883d683de51cef9be54f2c07b5ddf11144ffda5b720c96860bbc634b');
INSERT INTO "EditionPart" VALUES(2,0,'1b2a12fb2ffe41a356c7dc9d6cda4532db19a762a84add267cc5adc604be75b7');
INSERT INTO "EditionPart" VALUES(2,1,'6d922fb416bd99435cc04ab20a1497d6cd01713f8d51efeb6fd4806db8349da9');
INSERT INTO "EditionPart" VALUES(2,2,'5040a2dff2d8fd5cabebb8d9f01ef56d67aa9208b7cca9b2197f7b445f9bc309');
INSERT INTO "EditionPart" VALUES(2,3,'fe66d6070b4b598f3688b7b59c656883652e0d7b2337b080a9e395956e36f9e4');
INSERT INTO "EditionPart" VALUES(2,4,'f1fc012f90e94e613d552196a97329933dbca9110b82f641a77f1aae5c95a9c4');
INSERT INTO "EditionPart" VALUES(2,5,'62cf00877c8a22701f58f0d5427df1274db7356adddda5be811da186ca2bcf6b');
INSERT INTO "EditionPart" VALUES(2,6,'b29bae0a23c2089a69b9bb4db6e1de41440539b75dec498f32b4e5c7f950afc6');
INSERT INTO "EditionPart" VALUES(2,7,'8c3c1df524be1ccba61ad89a9891b3538c8806e03e7fb765ddcd79904011f18c');
INSERT INTO "EditionPart" VALUES(2,8,'292c41474079d95cf916a81387c13609a3158903d3ed9f2d1b888383d7005504');
INSERT INTO "EditionPart" VALUES(2,9,'c955d1faad76366bebe9ec876b233c2babf984b616c485aff91aa5aec7159912');
INSERT INTO "EditionPart" VALUES(2,10,'02c56c3b81120302a476210d68020baf0c8701ebe4c1f73e8e0afe6a4d52e541');
INSERT INTO "EditionPart" VALUES(2,11,'ed83889f918c44e7cf532b2c293ddacfe416507e7df93932a605eec8939d72de');
INSERT INTO "EditionPart" VALUES(2,12,'552ff8047b0d148153a8ac8a717c14417b2b62592360aa24b2bc89e9f67659ae');
INSERT INTO "EditionPart" VALUES(2,13,'f875d294da9b3a67cc62847a7b05169bead3465f6ad05443519514e56f8bfd97');
INSERT INTO "EditionPart" VALUES(2,14,'e7937f1fb919f6540341e6909f2bd090fe39aac588402131b89231e2f4f5061f');
INSERT INTO "EditionPart" VALUES(2,15,'eae2abd9280675646c84cc2c92116f35239f1cf05cd9ab85a6a6c6aec8630064');
INSERT INTO "EditionPart" VALUES(2,16,'1f65423cc0b113645ba2ef2eb369abf7f1329ea7ec3e2deead3c50dafb20879a');
INSERT INTO "EditionPart" VALUES(2,17,'b82c061f4de385128328a4ac6911bceac3168491efc8ac1cca9500091b61bc3c');
INSERT INTO "EditionPart" VALUES(2,18,'b6a8f4bf0875baed79c3b9f6e2ced5d1ce21f977751b168cde052f2deaf9c580');
INSERT INTO "EditionPart" VALUES(2,19,'54b612a2658508e3c8297f4fabf60b45db6a0ea02043e0881e4ed62f71491994');
INSERT INTO "EditionPart" VALUES(2,20,'d038d2568845dc0d9274f19fc48189070219b2bed93732d7b328fb0464ccefcc');
INSERT INTO "EditionPart" VALUES(2,21,'6290da6ecbeac3d91fa6ee5ac3617f06beec826d9237c692158a89741ec51c62');
INSERT INTO "EditionPart" VALUES(2,22,'19a126b5f63e57811aca70bc1b0998eb56738489261da649cffd18827e1895a1');
INSERT INTO "EditionPart" VALUES(2,23,'adb4e5d60be33695f4d79692f41c974af2fe0c263355e937b05d01f68abb667b');
INSERT INTO "EditionPart" VALUES(2,24,'46229fc7f68b519d8d5dbe584d340bced87ccedb0b775eb4113dbb251c4526f4');
INSERT INTO "EditionPart" VALUES(2,25,'45caa9770fc6811c6ce61ae3db680c190db2d19ff21ab283e51a2f576d2ccdd2');
INSERT INTO "EditionPart" VALUES(2,26,'aea47f52172b47117920f99f79617ec6e72b75e4cc808a002118d831af6c3500');
INSERT INTO "EditionPart" VALUES(2,27,'570f7059883d683de51cef9be54f2c07b5ddf11144ffda5b720c96860bbc634b');
CREATE TABLE "FieldChange" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FieldChange" PRIMARY KEY AUTOINCREMENT,
    "ChangeSetId" INTEGER NOT NULL,
    "Path" TEXT NOT NULL,
    "Criterion" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL,
    CONSTRAINT "FK_FieldChange_ChangeSet_ChangeSetId" FOREIGN KEY ("ChangeSetId") REFERENCES "ChangeSet" ("Id") ON DELETE CASCADE
);
INSERT INTO "FieldChange" VALUES(1,1,'sources/first',NULL,1,NULL,'{"key":"first","reference":"Example A. A study of rolling. 2020.","year":2020,"doi":"10.1000/example.1","pmid":"12345","state":"checked"}');
INSERT INTO "FieldChange" VALUES(2,1,'sources/second',NULL,1,NULL,'{"key":"second","reference":"Example B. A study of soaking. 2021.","url":"https://example.org/soaking","state":"to-be-confirmed","note":"Read again."}');
INSERT INTO "FieldChange" VALUES(3,1,'sources/maker',NULL,1,NULL,'{"key":"maker","reference":"A maker''s leaflet.","state":"checked","commercial":true}');
INSERT INTO "FieldChange" VALUES(4,1,'clinicians/example-clinician',NULL,1,NULL,'{"slug":"example-clinician","name":"Example Clinician","role":{"en":"Reviewer"},"registration":"EX 1"}');
INSERT INTO "FieldChange" VALUES(5,1,'groups/basics',NULL,1,NULL,'{"slug":"basics","name":{"en":"Basics"}}');
INSERT INTO "FieldChange" VALUES(6,1,'groups/time',NULL,1,NULL,'{"slug":"time","name":{"en":"Time"}}');
INSERT INTO "FieldChange" VALUES(7,1,'criteria/what',NULL,1,NULL,'{"slug":"what","group":"basics","question":{"en":"Question about what?"},"term":{"en":"what"},"help":{"en":"Help with what."},"kind":"prose","role":"what","always-shown":true}');
INSERT INTO "FieldChange" VALUES(8,1,'criteria/sessions',NULL,1,NULL,'{"slug":"sessions","group":"basics","question":{"en":"Question about sessions?"},"term":{"en":"sessions"},"help":{"en":"Help with sessions."},"kind":"count","role":"sessions","unit":{"one":{"en":"turn"},"many":{"en":"turns"}},"priority":1}');
INSERT INTO "FieldChange" VALUES(9,1,'criteria/onset',NULL,1,NULL,'{"slug":"onset","group":"time","question":{"en":"Question about onset?"},"term":{"en":"onset"},"help":{"en":"Help with onset."},"kind":"duration","in-sentence":{"en":"how soon it shines"},"when-over":{"en":"it shines"}}');
INSERT INTO "FieldChange" VALUES(10,1,'criteria/pain',NULL,1,NULL,'{"slug":"pain","group":"basics","question":{"en":"Question about pain?"},"term":{"en":"pain"},"help":{"en":"Help with pain."},"search-names":[{"en":"Ache"}],"kind":"scale","steps":[{"en":"None"},{"en":"Some"},{"en":"Much"}]}');
INSERT INTO "FieldChange" VALUES(11,1,'criteria/cost',NULL,1,NULL,'{"slug":"cost","group":"basics","question":{"en":"Question about cost?"},"term":{"en":"cost"},"help":{"en":"Help with cost."},"kind":"money-band","steps":[{"en":"Low"},{"en":"High"}]}');
INSERT INTO "FieldChange" VALUES(12,1,'criteria/repeat',NULL,1,NULL,'{"slug":"repeat","group":"time","question":{"en":"Question about repeat?"},"term":{"en":"repeat"},"help":{"en":"Help with repeat."},"kind":"yes-no"}');
INSERT INTO "FieldChange" VALUES(13,1,'concerns/dullness',NULL,1,NULL,'{"slug":"dullness","former-slugs":["dull-days"],"name":{"en":"Dullness"},"other-names":[{"en":"Greyness"}],"search-names":[{"en":"Murky days"},{"tr":"Donukluk"}],"summary":{"en":"Less light."},"sources":["first"]}');
INSERT INTO "FieldChange" VALUES(14,1,'concerns/roughness',NULL,1,NULL,'{"slug":"roughness","name":{"en":"Roughness"},"if-nothing-is-done":{"en":"It stays."},"evidence-chosen":{"en":"Two trials were found; both are named."},"needs-medical-care":true}');
INSERT INTO "FieldChange" VALUES(15,1,'concerns/dimness',NULL,1,NULL,'{"slug":"dimness","name":{"en":"Dimness"},"archived":true,"replaced-by":"dullness"}');
INSERT INTO "FieldChange" VALUES(16,1,'conditions/dizziness',NULL,1,NULL,'{"slug":"dizziness","name":{"en":"Dizziness"},"search-names":[{"en":"Vertigo"}],"always":true}');
INSERT INTO "FieldChange" VALUES(17,1,'conditions/stiffness',NULL,1,NULL,'{"slug":"stiffness","name":{"en":"Stiffness"}}');
INSERT INTO "FieldChange" VALUES(18,1,'conditions/sleepiness',NULL,1,NULL,'{"slug":"sleepiness","name":{"en":"Sleepiness"},"archived":true}');
INSERT INTO "FieldChange" VALUES(19,1,'treatments/nothing',NULL,1,NULL,'{"slug":"nothing","name":{"en":"Nothing"},"summary":{"en":"You wait."},"baseline":true}');
INSERT INTO "FieldChange" VALUES(20,1,'treatments/rolling',NULL,1,NULL,'{"slug":"rolling","former-slugs":["turning","spinning"],"name":{"en":"Rolling"},"short-name":{"en":"Roll"},"in-sentence":{"en":"a roll"},"other-names":[{"en":"Turning over"}],"search-names":[{"en":"Rock and roll"}],"summary":{"en":"Something rolls."},"picture":"prp","picture-alt":{"en":"A wheel."},"surgical":true,"prescription-only":"depends","prescription-note":{"en":"Ask."},"offered":true,"author":"example-clinician","review-months":6}');
INSERT INTO "FieldChange" VALUES(21,1,'treatments/rolling/answers/what','what',1,NULL,'{"criterion":"what","text":{"en":"A roller rolls."},"brief":{"en":"Rolls"},"to-be-confirmed":true,"sources":["first","second"]}');
INSERT INTO "FieldChange" VALUES(22,1,'treatments/rolling/answers/sessions','sessions',1,NULL,'{"criterion":"sessions","text":{"en":"Three or four."},"value":{"parts":[{"min":3,"max":4,"approximate":true}]}}');
INSERT INTO "FieldChange" VALUES(23,1,'treatments/rolling/answers/onset','onset',1,NULL,'{"criterion":"onset","text":{"en":"2 to 4 weeks."},"value":{"parts":[{"min":2,"max":4.5,"unit":"week","note":{"en":"often"}}]}}');
INSERT INTO "FieldChange" VALUES(24,1,'treatments/rolling/answers/pain','pain',1,NULL,'{"criterion":"pain","text":{"en":"None."},"value":{"parts":[{"min":0,"max":0}]}}');
INSERT INTO "FieldChange" VALUES(25,1,'treatments/rolling/answers/cost','cost',1,NULL,'{"criterion":"cost","absence":"not-known"}');
INSERT INTO "FieldChange" VALUES(26,1,'treatments/rolling/answers/repeat','repeat',1,NULL,'{"criterion":"repeat","text":{"en":"Yes. Ask if it squeaks."},"get-help":{"en":"Ask if it squeaks."},"value":{"parts":[{"min":1,"max":1}]},"conditions":[{"condition":"dizziness","means":"do-not"},{"condition":"stiffness","means":"no-reason-against"}]}');
INSERT INTO "FieldChange" VALUES(27,1,'treatments/rolling/concerns/dullness',NULL,1,NULL,'{"concern":"dullness","offer":"studied","direction":"improves","certainty":"low","comparator":{"en":"Rest"},"sources":["first"]}');
INSERT INTO "FieldChange" VALUES(28,1,'treatments/rolling/concerns/roughness',NULL,1,NULL,'{"concern":"roughness","offer":"not-usual","note":{"en":"Rarely."}}');
INSERT INTO "FieldChange" VALUES(29,1,'treatments/soaking',NULL,1,NULL,'{"slug":"soaking","name":{"en":"Soaking"},"summary":{"en":"Something soaks."},"offered":false}');
INSERT INTO "FieldChange" VALUES(30,1,'treatments/soaking/answers/onset','onset',1,NULL,'{"criterion":"onset","text":{"en":"Warm: at once. Cold: up to 2 days."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}');
INSERT INTO "FieldChange" VALUES(31,1,'treatments/rinsing',NULL,1,NULL,'{"slug":"rinsing","name":{"en":"Rinsing"},"summary":{"en":"Something rinses."},"archived":true,"replaced-by":"soaking"}');
INSERT INTO "FieldChange" VALUES(32,1,'contrasts/rolling-vs-soaking',NULL,1,NULL,'{"between":["rolling","soaking"],"passages":[{"heading":{"en":"Which is quicker?"},"text":{"en":"Soaking is quicker to begin with."},"criteria":[{"criterion":"onset"},{"criterion":"what","verdict":"differs"}],"sources":["first","second"]}],"clinics-say":{"en":"Clinics like both."},"clinics-say-sources":["maker"]}');
INSERT INTO "FieldChange" VALUES(33,1,'numbers/n1',NULL,1,NULL,'{"key":"n1","outcome":{"en":"felt brighter"},"effect":"benefit","group":{"en":"people who asked"},"time":{"en":"over 6 weeks"},"counted":{"en":"people"},"denominator":100,"arms":[{"label":{"en":"Rolling"},"count":40,"events":20,"total":50},{"label":{"en":"Nothing"},"count":0}],"certainty":"low","certainty-reason":{"en":"Few people were asked."},"concern":"dullness","places":[{"treatment":"rolling","criterion":"what"},{"treatment":"rolling","criterion":"onset"}],"sources":["first"]}');
INSERT INTO "FieldChange" VALUES(34,1,'numbers/n2',NULL,1,NULL,'{"key":"n2","outcome":{"en":"felt worse"},"effect":"harm","group":{"en":"people who asked"},"counted":{"en":"people"},"no-rate":{"en":"Nobody has counted them."},"sources":["second"]}');
INSERT INTO "FieldChange" VALUES(35,1,'questions/q1',NULL,1,NULL,'{"key":"q1","text":{"en":"What happens if I wait?"}}');
INSERT INTO "FieldChange" VALUES(36,1,'glossary/roller',NULL,1,NULL,'{"slug":"roller","term":{"en":"Roller"},"other-forms":[{"en":"rollers"}],"definition":{"en":"A thing that rolls."},"sources":["second"]}');
INSERT INTO "FieldChange" VALUES(37,1,'clinic',NULL,1,NULL,'{"name":{"en":"Example Clinic"},"sample":true,"telephone":"020 7946 0000","email":"hello@clinic.example","address":[{"en":"1 Example Street"},{"en":"London"}],"hours":[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}],"about":{"en":"We roll and soak."},"funding":{"en":"The clinic paid. It sells rolling."},"closing-line":{"en":"Talk it over before you decide."},"medical-care-notice":{"en":"Rolling does not replace medical care."},"common-comparisons":[["rolling","soaking"],["soaking","rolling"]]}');
INSERT INTO "FieldChange" VALUES(38,2,'treatments/rolling/answers/pain','pain',2,'{"criterion":"pain","text":{"en":"None."},"value":{"parts":[{"min":0,"max":0}]}}','{"criterion":"pain","text":{"en":"None."},"value":{"parts":[{"min":0,"max":0}]},"review":{"clinician":"Example Clinician","role":{"en":"Reviewer"},"registration":"EX 1","at":"2026-11-23T09:00:00+00:00","next-due":"2027-05-23","hash":"d04d93fdaafbc5bb643b21c175e38c4a2990207844c106952ad6a8311ed55ad3"}}');
INSERT INTO "FieldChange" VALUES(39,3,'treatments/soaking',NULL,2,'{"slug":"soaking","name":{"en":"Soaking"},"summary":{"en":"Something soaks."},"offered":false}','{"slug":"soaking","name":{"en":"Soaking"},"summary":{"en":"Something soaks."}}');
INSERT INTO "FieldChange" VALUES(40,3,'treatments/rolling',NULL,2,'{"slug":"rolling","former-slugs":["turning","spinning"],"name":{"en":"Rolling"},"short-name":{"en":"Roll"},"in-sentence":{"en":"a roll"},"other-names":[{"en":"Turning over"}],"search-names":[{"en":"Rock and roll"}],"summary":{"en":"Something rolls."},"picture":"prp","picture-alt":{"en":"A wheel."},"surgical":true,"prescription-only":"depends","prescription-note":{"en":"Ask."},"offered":true,"author":"example-clinician","review-months":6}','{"slug":"rolling","former-slugs":["turning","spinning"],"name":{"en":"Rolling"},"short-name":{"en":"Roll"},"in-sentence":{"en":"a roll"},"other-names":[{"en":"Turning over"}],"search-names":[{"en":"Rock and roll"}],"summary":{"en":"Something rolls."},"picture":"prp","picture-alt":{"en":"A wheel."},"surgical":true,"prescription-only":"depends","prescription-note":{"en":"Ask."},"review-months":6}');
INSERT INTO "FieldChange" VALUES(41,3,'clinic',NULL,2,'{"name":{"en":"Example Clinic"},"sample":true,"telephone":"020 7946 0000","email":"hello@clinic.example","address":[{"en":"1 Example Street"},{"en":"London"}],"hours":[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}],"about":{"en":"We roll and soak."},"funding":{"en":"The clinic paid. It sells rolling."},"closing-line":{"en":"Talk it over before you decide."},"medical-care-notice":{"en":"Rolling does not replace medical care."},"common-comparisons":[["rolling","soaking"],["soaking","rolling"]]}','{"name":{"en":"Example Clinic"},"sample":true,"telephone":"020 7946 0000","email":"hello@clinic.example","address":[{"en":"1 Example Street"},{"en":"London"}],"hours":[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}],"about":{"en":"We roll and soak."},"closing-line":{"en":"Talk it over before you decide."},"medical-care-notice":{"en":"Rolling does not replace medical care."},"common-comparisons":[["rolling","soaking"],["soaking","rolling"]]}');
INSERT INTO "FieldChange" VALUES(42,4,'treatments/rolling/answers/what','what',2,'{"criterion":"what","text":{"en":"A roller rolls."},"brief":{"en":"Rolls"},"to-be-confirmed":true,"sources":["first","second"]}','{"criterion":"what","text":{"en":"Otherwise."},"brief":{"en":"Rolls"},"to-be-confirmed":true,"sources":["first","second"]}');
INSERT INTO "FieldChange" VALUES(43,5,'treatments/soaking/answers/onset','onset',2,'{"criterion":"onset","text":{"en":"Warm: at once. Cold: up to 2 days."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}','{"criterion":"onset","text":{"en":"At once."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}');
INSERT INTO "FieldChange" VALUES(44,6,'treatments/soaking/answers/onset','onset',3,'{"criterion":"onset","text":{"en":"At once."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}','{"criterion":"onset","text":{"en":"Warm: at once. Cold: up to 2 days."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}');
CREATE TABLE "FormerSlug" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FormerSlug" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "ConcernId" INTEGER NULL,
    "TreatmentId" INTEGER NULL,
    CONSTRAINT "FK_FormerSlug_Concern_ConcernId" FOREIGN KEY ("ConcernId") REFERENCES "Concern" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_FormerSlug_Treatment_TreatmentId" FOREIGN KEY ("TreatmentId") REFERENCES "Treatment" ("Id") ON DELETE CASCADE
);
INSERT INTO "FormerSlug" VALUES(1,'dull-days',0,'concern',1,NULL);
INSERT INTO "FormerSlug" VALUES(2,'turning',0,'treatment',NULL,3);
INSERT INTO "FormerSlug" VALUES(3,'spinning',1,'treatment',NULL,3);
CREATE TABLE "GlossaryTerm" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_GlossaryTerm" PRIMARY KEY AUTOINCREMENT,
    "Term" TEXT NOT NULL,
    "OtherForms" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "Review" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL
);
INSERT INTO "GlossaryTerm" VALUES(1,'{"en":"Roller"}','[{"en":"rollers"}]','{"en":"A thing that rolls."}',0,NULL,1,0,0,'roller');
CREATE TABLE "GlossaryTermCitation" (
    "GlossaryTermId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_GlossaryTermCitation" PRIMARY KEY ("GlossaryTermId", "SourceId"),
    CONSTRAINT "FK_GlossaryTermCitation_GlossaryTerm_GlossaryTermId" FOREIGN KEY ("GlossaryTermId") REFERENCES "GlossaryTerm" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_GlossaryTermCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "GlossaryTermCitation" VALUES(1,2);
CREATE TABLE "HoldStep" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_HoldStep" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Hold" TEXT NOT NULL,
    "Act" TEXT NOT NULL,
    "Path" TEXT NOT NULL,
    "Paths" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Why" TEXT NULL,
    "ForPatients" TEXT NULL,
    "By" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    "At" INTEGER NOT NULL
);
CREATE TABLE "LeftOutRow" (
    "EditionNumber" INTEGER NOT NULL,
    "Path" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    CONSTRAINT "PK_LeftOutRow" PRIMARY KEY ("EditionNumber", "Path"),
    CONSTRAINT "FK_LeftOutRow_Edition_EditionNumber" FOREIGN KEY ("EditionNumber") REFERENCES "Edition" ("Number") ON DELETE CASCADE
);
CREATE TABLE "OutcomeNumber" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutcomeNumber" PRIMARY KEY AUTOINCREMENT,
    "Outcome" TEXT NOT NULL,
    "Effect" TEXT NOT NULL,
    "Group" TEXT NOT NULL,
    "Time" TEXT NULL,
    "Counted" TEXT NOT NULL,
    "Denominator" INTEGER NULL,
    "Raw" INTEGER NOT NULL,
    "Arms" TEXT NOT NULL,
    "NoRate" TEXT NULL,
    "Certainty" TEXT NULL,
    "CertaintyReason" TEXT NULL,
    "ConcernId" INTEGER NULL,
    "Review" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "FK_OutcomeNumber_Concern_ConcernId" FOREIGN KEY ("ConcernId") REFERENCES "Concern" ("Id") ON DELETE RESTRICT
);
INSERT INTO "OutcomeNumber" VALUES(1,'{"en":"felt worse"}','Harm','{"en":"people who asked"}',NULL,'{"en":"people"}',NULL,0,'[]','{"en":"Nobody has counted them."}',NULL,NULL,NULL,NULL,1,1,0,'n2');
INSERT INTO "OutcomeNumber" VALUES(2,'{"en":"felt brighter"}','Benefit','{"en":"people who asked"}','{"en":"over 6 weeks"}','{"en":"people"}',100,0,'[{"label":{"en":"Rolling"},"count":40,"events":20,"total":50},{"label":{"en":"Nothing"},"count":0}]',NULL,'Low','{"en":"Few people were asked."}',1,NULL,1,0,0,'n1');
CREATE TABLE "OutcomeNumberCell" (
    "NumberId" INTEGER NOT NULL,
    "TreatmentId" INTEGER NOT NULL,
    "CriterionId" INTEGER NOT NULL,
    CONSTRAINT "PK_OutcomeNumberCell" PRIMARY KEY ("NumberId", "TreatmentId", "CriterionId"),
    CONSTRAINT "FK_OutcomeNumberCell_ComparisonCriterion_CriterionId" FOREIGN KEY ("CriterionId") REFERENCES "ComparisonCriterion" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_OutcomeNumberCell_OutcomeNumber_NumberId" FOREIGN KEY ("NumberId") REFERENCES "OutcomeNumber" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_OutcomeNumberCell_Treatment_TreatmentId" FOREIGN KEY ("TreatmentId") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT
);
INSERT INTO "OutcomeNumberCell" VALUES(2,3,1);
INSERT INTO "OutcomeNumberCell" VALUES(2,3,3);
CREATE TABLE "OutcomeNumberCitation" (
    "OutcomeNumberId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_OutcomeNumberCitation" PRIMARY KEY ("OutcomeNumberId", "SourceId"),
    CONSTRAINT "FK_OutcomeNumberCitation_OutcomeNumber_OutcomeNumberId" FOREIGN KEY ("OutcomeNumberId") REFERENCES "OutcomeNumber" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_OutcomeNumberCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "OutcomeNumberCitation" VALUES(1,2);
INSERT INTO "OutcomeNumberCitation" VALUES(2,1);
CREATE TABLE "PreviewLink" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PreviewLink" PRIMARY KEY AUTOINCREMENT,
    "KeyHash" TEXT NOT NULL,
    "Colleague" TEXT NOT NULL,
    "Paths" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "Expires" INTEGER NOT NULL,
    "OpenedAt" INTEGER NULL,
    "RevokedAt" INTEGER NULL,
    CONSTRAINT "FK_PreviewLink_StaffUser_ById" FOREIGN KEY ("ById") REFERENCES "StaffUser" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "Question" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Question" PRIMARY KEY AUTOINCREMENT,
    "Text" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL
);
INSERT INTO "Question" VALUES(1,'{"en":"What happens if I wait?"}',1,0,0,'q1');
CREATE TABLE "ReviewComment" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReviewComment" PRIMARY KEY AUTOINCREMENT,
    "Path" TEXT NOT NULL,
    "Field" TEXT NULL,
    "By" TEXT NOT NULL,
    "ById" INTEGER NULL,
    "ClinicianId" INTEGER NULL,
    "At" INTEGER NOT NULL,
    "Text" TEXT NULL,
    "Suggestion" TEXT NULL,
    "SuggestedFor" TEXT NULL,
    "ResolvedAt" INTEGER NULL,
    "ResolvedBy" TEXT NULL,
    "Answer" TEXT NULL,
    "Taken" INTEGER NOT NULL,
    CONSTRAINT "FK_ReviewComment_Clinician_ClinicianId" FOREIGN KEY ("ClinicianId") REFERENCES "Clinician" ("Id"),
    CONSTRAINT "FK_ReviewComment_StaffUser_ById" FOREIGN KEY ("ById") REFERENCES "StaffUser" ("Id")
);
CREATE TABLE "ReviewLink" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReviewLink" PRIMARY KEY AUTOINCREMENT,
    "KeyHash" TEXT NOT NULL,
    "CodeHash" TEXT NOT NULL,
    "ClinicianId" INTEGER NOT NULL,
    "Paths" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "Expires" INTEGER NOT NULL,
    "WrongCodes" INTEGER NOT NULL,
    "OpenedAt" INTEGER NULL,
    "SessionHash" TEXT NULL,
    "RevokedAt" INTEGER NULL,
    CONSTRAINT "FK_ReviewLink_Clinician_ClinicianId" FOREIGN KEY ("ClinicianId") REFERENCES "Clinician" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReviewLink_StaffUser_ById" FOREIGN KEY ("ById") REFERENCES "StaffUser" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "ReviewRequest" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReviewRequest" PRIMARY KEY AUTOINCREMENT,
    "Path" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "DoneAt" INTEGER NULL
);
CREATE TABLE "ScheduledPublication" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ScheduledPublication" PRIMARY KEY AUTOINCREMENT,
    "At" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    "MadeAt" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "Reason" TEXT NULL,
    "LastChange" INTEGER NOT NULL,
    "Warnings" TEXT NOT NULL,
    "Unreviewed" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "EndedAt" INTEGER NULL,
    "EndedBy" TEXT NULL,
    "Stop" TEXT NULL,
    "Edition" INTEGER NULL
);
CREATE TABLE "ScheduledRow" (
    "ScheduleId" INTEGER NOT NULL,
    "LastId" INTEGER NOT NULL,
    "FirstId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_ScheduledRow" PRIMARY KEY ("ScheduleId", "LastId"),
    CONSTRAINT "FK_ScheduledRow_FieldChange_FirstId" FOREIGN KEY ("FirstId") REFERENCES "FieldChange" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ScheduledRow_FieldChange_LastId" FOREIGN KEY ("LastId") REFERENCES "FieldChange" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ScheduledRow_ScheduledPublication_ScheduleId" FOREIGN KEY ("ScheduleId") REFERENCES "ScheduledPublication" ("Id") ON DELETE CASCADE
);
CREATE TABLE "Source" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Source" PRIMARY KEY AUTOINCREMENT,
    "Reference" TEXT NOT NULL,
    "Year" INTEGER NULL,
    "Doi" TEXT NULL,
    "Pmid" TEXT NULL,
    "Url" TEXT NULL,
    "State" TEXT NOT NULL,
    "Commercial" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL
);
INSERT INTO "Source" VALUES(1,'Example A. A study of rolling. 2020.',2020,'10.1000/example.1','12345',NULL,'Checked',0,NULL,1,0,0,'first');
INSERT INTO "Source" VALUES(2,'Example B. A study of soaking. 2021.',NULL,NULL,NULL,'https://example.org/soaking','ToBeConfirmed',0,'Read again.',1,1,0,'second');
INSERT INTO "Source" VALUES(3,'A maker''s leaflet.',NULL,NULL,NULL,NULL,'Checked',1,NULL,1,2,0,'maker');
CREATE TABLE "StaffClaim" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_StaffClaim" PRIMARY KEY AUTOINCREMENT,
    "UserId" INTEGER NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_StaffClaim_StaffUser_UserId" FOREIGN KEY ("UserId") REFERENCES "StaffUser" ("Id") ON DELETE CASCADE
);
CREATE TABLE "StaffLogin" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" INTEGER NOT NULL,
    CONSTRAINT "PK_StaffLogin" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_StaffLogin_StaffUser_UserId" FOREIGN KEY ("UserId") REFERENCES "StaffUser" ("Id") ON DELETE CASCADE
);
CREATE TABLE "StaffPasskey" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_StaffPasskey" PRIMARY KEY,
    "UserId" INTEGER NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_StaffPasskey_StaffUser_UserId" FOREIGN KEY ("UserId") REFERENCES "StaffUser" ("Id") ON DELETE CASCADE
);
CREATE TABLE "StaffSession" (
    "KeyHash" TEXT NOT NULL CONSTRAINT "PK_StaffSession" PRIMARY KEY,
    "UserId" INTEGER NOT NULL,
    "Ticket" BLOB NOT NULL,
    "Begun" INTEGER NOT NULL,
    "Seen" INTEGER NOT NULL,
    "Ends" INTEGER NOT NULL,
    "Browser" TEXT NOT NULL,
    CONSTRAINT "FK_StaffSession_StaffUser_UserId" FOREIGN KEY ("UserId") REFERENCES "StaffUser" ("Id") ON DELETE CASCADE
);
CREATE TABLE "StaffToken" (
    "UserId" INTEGER NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_StaffToken" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_StaffToken_StaffUser_UserId" FOREIGN KEY ("UserId") REFERENCES "StaffUser" ("Id") ON DELETE CASCADE
);
CREATE TABLE "StaffUser" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_StaffUser" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "AdministratorSince" INTEGER NULL,
    "Registration" TEXT NULL,
    "Left" INTEGER NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" INTEGER NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);
INSERT INTO "StaffUser" VALUES(1,'Example Clinician','Reviewer',NULL,'EX 1',0,'clinician@clinic.example',NULL,'clinician@clinic.example',NULL,0,NULL,'1','1',NULL,0,0,NULL,0,0);
INSERT INTO "StaffUser" VALUES(2,'Example Editor','Editor',NULL,NULL,0,'editor@clinic.example',NULL,'editor@clinic.example',NULL,0,NULL,'1','1',NULL,0,0,NULL,0,0);
CREATE TABLE "Statement" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Statement" PRIMARY KEY AUTOINCREMENT,
    "Item" TEXT NOT NULL,
    "Comparison" TEXT NULL,
    "Basis" TEXT NOT NULL,
    "Edition" INTEGER NOT NULL,
    "Until" TEXT NULL,
    "By" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Registration" TEXT NULL,
    "ById" INTEGER NOT NULL,
    "Day" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_Statement_StaffUser_ById" FOREIGN KEY ("ById") REFERENCES "StaffUser" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "StatementWithdrawal" (
    "StatementId" INTEGER NOT NULL CONSTRAINT "PK_StatementWithdrawal" PRIMARY KEY,
    "Why" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_StatementWithdrawal_Statement_StatementId" FOREIGN KEY ("StatementId") REFERENCES "Statement" ("Id") ON DELETE CASCADE
);
CREATE TABLE "Treatment" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Treatment" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "ShortName" TEXT NULL,
    "InSentence" TEXT NULL,
    "OtherNames" TEXT NOT NULL,
    "SearchNames" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Picture" TEXT NULL,
    "PictureAlt" TEXT NULL,
    "Baseline" INTEGER NOT NULL,
    "Surgical" INTEGER NOT NULL,
    "PrescriptionOnly" TEXT NOT NULL,
    "PrescriptionNote" TEXT NULL,
    "Offered" INTEGER NULL,
    "AuthorId" INTEGER NULL,
    "ReviewMonths" INTEGER NULL,
    "ReplacedById" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "FK_Treatment_Clinician_AuthorId" FOREIGN KEY ("AuthorId") REFERENCES "Clinician" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Treatment_Treatment_ReplacedById" FOREIGN KEY ("ReplacedById") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT
);
INSERT INTO "Treatment" VALUES(1,'{"en":"Nothing"}',NULL,NULL,'[]','[]','{"en":"You wait."}',NULL,NULL,1,0,'No',NULL,NULL,NULL,NULL,NULL,1,0,0,'nothing');
INSERT INTO "Treatment" VALUES(2,'{"en":"Soaking"}',NULL,NULL,'[]','[]','{"en":"Something soaks."}',NULL,NULL,0,0,'No',NULL,NULL,NULL,NULL,NULL,2,2,0,'soaking');
INSERT INTO "Treatment" VALUES(3,'{"en":"Rolling"}','{"en":"Roll"}','{"en":"a roll"}','[{"en":"Turning over"}]','[{"en":"Rock and roll"}]','{"en":"Something rolls."}','prp','{"en":"A wheel."}',0,1,'Depends','{"en":"Ask."}',NULL,NULL,6,NULL,2,1,0,'rolling');
INSERT INTO "Treatment" VALUES(4,'{"en":"Rinsing"}',NULL,NULL,'[]','[]','{"en":"Something rinses."}',NULL,NULL,0,0,'No',NULL,NULL,NULL,NULL,2,1,3,1,'rinsing');
CREATE TABLE "TreatmentAttribute" (
    "TreatmentId" INTEGER NOT NULL,
    "CriterionId" INTEGER NOT NULL,
    "Text" TEXT NULL,
    "Brief" TEXT NULL,
    "GetHelp" TEXT NULL,
    "Value" TEXT NULL,
    "Absence" TEXT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "Review" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_TreatmentAttribute" PRIMARY KEY ("TreatmentId", "CriterionId"),
    CONSTRAINT "FK_TreatmentAttribute_ComparisonCriterion_CriterionId" FOREIGN KEY ("CriterionId") REFERENCES "ComparisonCriterion" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TreatmentAttribute_Treatment_TreatmentId" FOREIGN KEY ("TreatmentId") REFERENCES "Treatment" ("Id") ON DELETE CASCADE
);
INSERT INTO "TreatmentAttribute" VALUES(3,1,'{"en":"Otherwise."}','{"en":"Rolls"}',NULL,NULL,NULL,1,NULL,2);
INSERT INTO "TreatmentAttribute" VALUES(3,2,'{"en":"Three or four."}',NULL,NULL,'{"parts":[{"min":3,"max":4,"approximate":true}]}',NULL,0,NULL,1);
INSERT INTO "TreatmentAttribute" VALUES(3,3,'{"en":"2 to 4 weeks."}',NULL,NULL,'{"parts":[{"min":2,"max":4.5,"unit":"week","note":{"en":"often"}}]}',NULL,0,NULL,1);
INSERT INTO "TreatmentAttribute" VALUES(3,4,'{"en":"None."}',NULL,NULL,'{"parts":[{"min":0,"max":0}]}',NULL,0,'{"clinician":"Example Clinician","role":{"en":"Reviewer"},"registration":"EX 1","at":"2026-11-23T09:00:00+00:00","next-due":"2027-05-23","hash":"d04d93fdaafbc5bb643b21c175e38c4a2990207844c106952ad6a8311ed55ad3"}',2);
INSERT INTO "TreatmentAttribute" VALUES(3,5,NULL,NULL,NULL,NULL,'NotKnown',0,NULL,1);
INSERT INTO "TreatmentAttribute" VALUES(3,6,'{"en":"Yes. Ask if it squeaks."}',NULL,'{"en":"Ask if it squeaks."}','{"parts":[{"min":1,"max":1}]}',NULL,0,NULL,1);
INSERT INTO "TreatmentAttribute" VALUES(2,3,'{"en":"Warm: at once. Cold: up to 2 days."}',NULL,NULL,'{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}',NULL,0,NULL,3);
CREATE TABLE "TreatmentAttributeCitation" (
    "SourceId" INTEGER NOT NULL,
    "TreatmentAttributeTreatmentId" INTEGER NOT NULL,
    "TreatmentAttributeCriterionId" INTEGER NOT NULL,
    CONSTRAINT "PK_TreatmentAttributeCitation" PRIMARY KEY ("SourceId", "TreatmentAttributeTreatmentId", "TreatmentAttributeCriterionId"),
    CONSTRAINT "FK_TreatmentAttributeCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TreatmentAttributeCitation_TreatmentAttribute_TreatmentAttributeTreatmentId_TreatmentAttributeCriterionId" FOREIGN KEY ("TreatmentAttributeTreatmentId", "TreatmentAttributeCriterionId") REFERENCES "TreatmentAttribute" ("TreatmentId", "CriterionId") ON DELETE CASCADE
);
INSERT INTO "TreatmentAttributeCitation" VALUES(1,3,1);
INSERT INTO "TreatmentAttributeCitation" VALUES(2,3,1);
CREATE TABLE "WorkingDraft" (
    "UserId" INTEGER NOT NULL,
    "Path" TEXT NOT NULL,
    "BaseVersion" INTEGER NOT NULL,
    "Fields" TEXT NOT NULL,
    "Entry" TEXT NULL,
    "SavedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_WorkingDraft" PRIMARY KEY ("UserId", "Path"),
    CONSTRAINT "FK_WorkingDraft_StaffUser_UserId" FOREIGN KEY ("UserId") REFERENCES "StaffUser" ("Id") ON DELETE CASCADE
);
INSERT INTO "WorkingDraft" VALUES(2,'treatments/rolling/answers/pain',1,'{"Form.Text":"Hardly any."}',NULL,639311040000000000);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20261127063303_Initial','10.0.15');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE INDEX "EmailIndex" ON "StaffUser" ("NormalizedEmail");
CREATE INDEX "IX_AnswerCondition_ConditionId" ON "AnswerCondition" ("ConditionId");
CREATE INDEX "IX_AuditRecord_By" ON "AuditRecord" ("By");
CREATE INDEX "IX_AuditRecord_Kind" ON "AuditRecord" ("Kind");
CREATE INDEX "IX_ChangeSet_At" ON "ChangeSet" ("At");
CREATE UNIQUE INDEX "IX_Clinician_Slug" ON "Clinician" ("Slug");
CREATE INDEX "IX_CommonComparison_ClinicId" ON "CommonComparison" ("ClinicId");
CREATE INDEX "IX_CommonComparison_TreatmentId" ON "CommonComparison" ("TreatmentId");
CREATE INDEX "IX_ComparisonCriterion_GroupId" ON "ComparisonCriterion" ("GroupId");
CREATE UNIQUE INDEX "IX_ComparisonCriterion_Slug" ON "ComparisonCriterion" ("Slug");
CREATE INDEX "IX_ConcernCitation_SourceId" ON "ConcernCitation" ("SourceId");
CREATE INDEX "IX_ConcernEvidenceCitation_ConcernEvidenceTreatmentId_ConcernEvidenceConcernId" ON "ConcernEvidenceCitation" ("ConcernEvidenceTreatmentId", "ConcernEvidenceConcernId");
CREATE INDEX "IX_ConcernEvidence_ConcernId" ON "ConcernEvidence" ("ConcernId");
CREATE INDEX "IX_Concern_ReplacedById" ON "Concern" ("ReplacedById");
CREATE UNIQUE INDEX "IX_Concern_Slug" ON "Concern" ("Slug");
CREATE UNIQUE INDEX "IX_Condition_Slug" ON "Condition" ("Slug");
CREATE INDEX "IX_ContrastClinicsSayCitation_SourceId" ON "ContrastClinicsSayCitation" ("SourceId");
CREATE INDEX "IX_ContrastCriterion_CriterionId" ON "ContrastCriterion" ("CriterionId");
CREATE INDEX "IX_ContrastPassageCitation_SourceId" ON "ContrastPassageCitation" ("SourceId");
CREATE INDEX "IX_ContrastPassage_ContrastId" ON "ContrastPassage" ("ContrastId");
CREATE UNIQUE INDEX "IX_Contrast_FirstId_SecondId" ON "Contrast" ("FirstId", "SecondId");
CREATE INDEX "IX_Contrast_SecondId" ON "Contrast" ("SecondId");
CREATE UNIQUE INDEX "IX_CriterionGroup_Slug" ON "CriterionGroup" ("Slug");
CREATE INDEX "IX_EditionPart_Hash" ON "EditionPart" ("Hash");
CREATE INDEX "IX_FieldChange_ChangeSetId" ON "FieldChange" ("ChangeSetId");
CREATE INDEX "IX_FieldChange_Criterion_ChangeSetId" ON "FieldChange" ("Criterion", "ChangeSetId");
CREATE INDEX "IX_FieldChange_Path_Version" ON "FieldChange" ("Path", "Version");
CREATE INDEX "IX_FormerSlug_ConcernId" ON "FormerSlug" ("ConcernId");
CREATE UNIQUE INDEX "IX_FormerSlug_Kind_Slug" ON "FormerSlug" ("Kind", "Slug");
CREATE INDEX "IX_FormerSlug_TreatmentId" ON "FormerSlug" ("TreatmentId");
CREATE INDEX "IX_GlossaryTermCitation_SourceId" ON "GlossaryTermCitation" ("SourceId");
CREATE UNIQUE INDEX "IX_GlossaryTerm_Slug" ON "GlossaryTerm" ("Slug");
CREATE UNIQUE INDEX "IX_HoldStep_Key" ON "HoldStep" ("Key");
CREATE INDEX "IX_OutcomeNumberCell_CriterionId" ON "OutcomeNumberCell" ("CriterionId");
CREATE INDEX "IX_OutcomeNumberCell_TreatmentId" ON "OutcomeNumberCell" ("TreatmentId");
CREATE INDEX "IX_OutcomeNumberCitation_SourceId" ON "OutcomeNumberCitation" ("SourceId");
CREATE INDEX "IX_OutcomeNumber_ConcernId" ON "OutcomeNumber" ("ConcernId");
CREATE UNIQUE INDEX "IX_OutcomeNumber_Slug" ON "OutcomeNumber" ("Slug");
CREATE INDEX "IX_PreviewLink_ById" ON "PreviewLink" ("ById");
CREATE UNIQUE INDEX "IX_PreviewLink_KeyHash" ON "PreviewLink" ("KeyHash");
CREATE UNIQUE INDEX "IX_Question_Slug" ON "Question" ("Slug");
CREATE INDEX "IX_ReviewComment_ById" ON "ReviewComment" ("ById");
CREATE INDEX "IX_ReviewComment_ClinicianId" ON "ReviewComment" ("ClinicianId");
CREATE INDEX "IX_ReviewComment_Path" ON "ReviewComment" ("Path");
CREATE INDEX "IX_ReviewLink_ById" ON "ReviewLink" ("ById");
CREATE INDEX "IX_ReviewLink_ClinicianId" ON "ReviewLink" ("ClinicianId");
CREATE UNIQUE INDEX "IX_ReviewLink_KeyHash" ON "ReviewLink" ("KeyHash");
CREATE UNIQUE INDEX "IX_ReviewLink_SessionHash" ON "ReviewLink" ("SessionHash");
CREATE INDEX "IX_ReviewRequest_DoneAt" ON "ReviewRequest" ("DoneAt");
CREATE INDEX "IX_ScheduledPublication_State" ON "ScheduledPublication" ("State");
CREATE INDEX "IX_ScheduledRow_FirstId" ON "ScheduledRow" ("FirstId");
CREATE INDEX "IX_ScheduledRow_LastId" ON "ScheduledRow" ("LastId");
CREATE UNIQUE INDEX "IX_Source_Slug" ON "Source" ("Slug");
CREATE INDEX "IX_StaffClaim_UserId" ON "StaffClaim" ("UserId");
CREATE INDEX "IX_StaffLogin_UserId" ON "StaffLogin" ("UserId");
CREATE INDEX "IX_StaffPasskey_UserId" ON "StaffPasskey" ("UserId");
CREATE INDEX "IX_StaffSession_Ends" ON "StaffSession" ("Ends");
CREATE INDEX "IX_StaffSession_UserId" ON "StaffSession" ("UserId");
CREATE INDEX "IX_Statement_ById" ON "Statement" ("ById");
CREATE INDEX "IX_TreatmentAttributeCitation_TreatmentAttributeTreatmentId_TreatmentAttributeCriterionId" ON "TreatmentAttributeCitation" ("TreatmentAttributeTreatmentId", "TreatmentAttributeCriterionId");
CREATE INDEX "IX_TreatmentAttribute_CriterionId" ON "TreatmentAttribute" ("CriterionId");
CREATE INDEX "IX_Treatment_AuthorId" ON "Treatment" ("AuthorId");
CREATE INDEX "IX_Treatment_ReplacedById" ON "Treatment" ("ReplacedById");
CREATE UNIQUE INDEX "IX_Treatment_Slug" ON "Treatment" ("Slug");
CREATE UNIQUE INDEX "UserNameIndex" ON "StaffUser" ("NormalizedUserName");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('ChangeSet',6);
INSERT INTO "sqlite_sequence" VALUES('Clinician',1);
INSERT INTO "sqlite_sequence" VALUES('Concern',3);
INSERT INTO "sqlite_sequence" VALUES('Condition',3);
INSERT INTO "sqlite_sequence" VALUES('CriterionGroup',2);
INSERT INTO "sqlite_sequence" VALUES('GlossaryTerm',1);
INSERT INTO "sqlite_sequence" VALUES('OutcomeNumber',2);
INSERT INTO "sqlite_sequence" VALUES('Question',1);
INSERT INTO "sqlite_sequence" VALUES('Source',3);
INSERT INTO "sqlite_sequence" VALUES('Treatment',4);
INSERT INTO "sqlite_sequence" VALUES('ComparisonCriterion',6);
INSERT INTO "sqlite_sequence" VALUES('FieldChange',44);
INSERT INTO "sqlite_sequence" VALUES('FormerSlug',3);
INSERT INTO "sqlite_sequence" VALUES('Contrast',1);
INSERT INTO "sqlite_sequence" VALUES('ContrastPassage',1);
INSERT INTO "sqlite_sequence" VALUES('AuditRecord',6);
INSERT INTO "sqlite_sequence" VALUES('StaffUser',2);
COMMIT;
PRAGMA foreign_keys = ON;
