PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE "AttributeCitation" (
    "SourceId" INTEGER NOT NULL,
    "TreatmentAttributeTreatmentId" INTEGER NOT NULL,
    "TreatmentAttributeCriterionId" INTEGER NOT NULL,
    CONSTRAINT "PK_AttributeCitation" PRIMARY KEY ("SourceId", "TreatmentAttributeTreatmentId", "TreatmentAttributeCriterionId"),
    CONSTRAINT "FK_AttributeCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AttributeCitation_TreatmentAttribute_TreatmentAttributeTreatmentId_TreatmentAttributeCriterionId" FOREIGN KEY ("TreatmentAttributeTreatmentId", "TreatmentAttributeCriterionId") REFERENCES "TreatmentAttribute" ("TreatmentId", "CriterionId") ON DELETE CASCADE
);
INSERT INTO "AttributeCitation" VALUES(1,3,1);
INSERT INTO "AttributeCitation" VALUES(2,3,1);
CREATE TABLE "ClaimCitation" (
    "ContrastId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_ClaimCitation" PRIMARY KEY ("ContrastId", "SourceId"),
    CONSTRAINT "FK_ClaimCitation_Contrast_ContrastId" FOREIGN KEY ("ContrastId") REFERENCES "Contrast" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ClaimCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "ClaimCitation" VALUES(1,3);
CREATE TABLE "ClinicProfile" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ClinicProfile" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Sample" INTEGER NOT NULL,
    "Telephone" TEXT NOT NULL,
    "Email" TEXT NULL,
    "Address" TEXT NOT NULL,
    "Hours" TEXT NOT NULL,
    "About" TEXT NULL,
    "ClosingLine" TEXT NULL,
    "Version" INTEGER NOT NULL
);
INSERT INTO "ClinicProfile" VALUES(1,'{"en":"Example Clinic"}',1,'020 7946 0000','hello@clinic.example','[{"en":"1 Example Street"},{"en":"London"}]','[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}]',NULL,'{"en":"Talk it over before you decide."}',1);
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
    "Kind" TEXT NOT NULL,
    "Steps" TEXT NOT NULL,
    "Priority" INTEGER NULL,
    "AlwaysShown" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "FK_ComparisonCriterion_CriterionGroup_GroupId" FOREIGN KEY ("GroupId") REFERENCES "CriterionGroup" ("Id") ON DELETE RESTRICT
);
INSERT INTO "ComparisonCriterion" VALUES(1,1,'{"en":"Question about what?"}','{"en":"what"}','{"en":"Help with what."}','Prose','[]',NULL,1,1,0,0,'what');
INSERT INTO "ComparisonCriterion" VALUES(2,1,'{"en":"Question about sessions?"}','{"en":"sessions"}','{"en":"Help with sessions."}','Count','[]',1,0,1,1,0,'sessions');
INSERT INTO "ComparisonCriterion" VALUES(3,2,'{"en":"Question about onset?"}','{"en":"onset"}','{"en":"Help with onset."}','Duration','[]',NULL,0,1,2,0,'onset');
INSERT INTO "ComparisonCriterion" VALUES(4,1,'{"en":"Question about pain?"}','{"en":"pain"}','{"en":"Help with pain."}','Scale','[{"en":"None"},{"en":"Some"},{"en":"Much"}]',NULL,0,1,3,0,'pain');
INSERT INTO "ComparisonCriterion" VALUES(5,1,'{"en":"Question about cost?"}','{"en":"cost"}','{"en":"Help with cost."}','MoneyBand','[{"en":"Low"},{"en":"High"}]',NULL,0,1,4,0,'cost');
INSERT INTO "ComparisonCriterion" VALUES(6,2,'{"en":"Question about repeat?"}','{"en":"repeat"}','{"en":"Help with repeat."}','YesNo','[]',NULL,0,1,5,0,'repeat');
CREATE TABLE "Concern" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Concern" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "OtherNames" TEXT NOT NULL,
    "Summary" TEXT NULL,
    "IfNothingIsDone" TEXT NULL,
    "NeedsMedicalCare" INTEGER NOT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "ReplacedById" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "FK_Concern_Concern_ReplacedById" FOREIGN KEY ("ReplacedById") REFERENCES "Concern" ("Id") ON DELETE RESTRICT
);
INSERT INTO "Concern" VALUES(1,'{"en":"Dullness"}','[{"en":"Greyness"}]',NULL,NULL,0,0,NULL,1,0,0,'dullness');
INSERT INTO "Concern" VALUES(2,'{"en":"Roughness"}','[]',NULL,'{"en":"It stays."}',1,0,NULL,1,1,0,'roughness');
INSERT INTO "Concern" VALUES(3,'{"en":"Dimness"}','[]',NULL,NULL,0,0,1,1,2,1,'dimness');
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
    "Note" TEXT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_ConcernEvidence" PRIMARY KEY ("TreatmentId", "ConcernId"),
    CONSTRAINT "FK_ConcernEvidence_Concern_ConcernId" FOREIGN KEY ("ConcernId") REFERENCES "Concern" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ConcernEvidence_Treatment_TreatmentId" FOREIGN KEY ("TreatmentId") REFERENCES "Treatment" ("Id") ON DELETE CASCADE
);
INSERT INTO "ConcernEvidence" VALUES(3,1,'Studied','Improves','Low',NULL,0,1);
INSERT INTO "ConcernEvidence" VALUES(3,2,'NotUsual',NULL,NULL,'{"en":"Rarely."}',0,1);
CREATE TABLE "Contrast" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Contrast" PRIMARY KEY AUTOINCREMENT,
    "FirstId" INTEGER NOT NULL,
    "SecondId" INTEGER NOT NULL,
    "ClinicsSay" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    CONSTRAINT "FK_Contrast_Treatment_FirstId" FOREIGN KEY ("FirstId") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contrast_Treatment_SecondId" FOREIGN KEY ("SecondId") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT
);
INSERT INTO "Contrast" VALUES(1,3,2,'{"en":"Clinics like both."}',1,0,0);
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
CREATE TABLE "Edition" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_Edition" PRIMARY KEY,
    "PublishedAt" INTEGER NOT NULL,
    "PublishedBy" TEXT NOT NULL,
    "Note" TEXT NULL
);
INSERT INTO "Edition" VALUES(1,639310212000000000,'Example Editor','First');
INSERT INTO "Edition" VALUES(2,639311076000000000,'Example Editor',NULL);
CREATE TABLE "EditionEntry" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_EditionEntry" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Format" INTEGER NOT NULL,
    "Json" TEXT NOT NULL
);
INSERT INTO "EditionEntry" VALUES('0c8d2cf2cf765da569519abb7bb39d1b4a11b61eb96d4c180eb53661b202e8e9','number',1,'{"key":"n1","outcome":{"en":"felt brighter"},"effect":"benefit","group":{"en":"people who asked"},"time":{"en":"over 6 weeks"},"counted":{"en":"people"},"denominator":100,"arms":[{"label":{"en":"Rolling"},"count":40,"events":20,"total":50},{"label":{"en":"Nothing"},"count":0}],"certainty":"low","concern":"dullness","places":[{"treatment":"rolling","criterion":"what"},{"treatment":"rolling","criterion":"onset"}],"sources":["first"]}');
INSERT INTO "EditionEntry" VALUES('0eba865b6f973bf93337489e0b39794d9b099f37288a4046cbbb86365d2cf68f','criterion',1,'{"slug":"sessions","group":"basics","question":{"en":"Question about sessions?"},"term":{"en":"sessions"},"help":{"en":"Help with sessions."},"kind":"count","priority":1}');
INSERT INTO "EditionEntry" VALUES('19a126b5f63e57811aca70bc1b0998eb56738489261da649cffd18827e1895a1','treatment',1,'{"slug":"rinsing","name":{"en":"Rinsing"},"summary":{"en":"Something rinses."},"archived":true,"replaced-by":"soaking"}');
INSERT INTO "EditionEntry" VALUES('297bd46609344085cf982f4317f851c60866b498b3e52665118e0ab74491d36a','criterion',1,'{"slug":"what","group":"basics","question":{"en":"Question about what?"},"term":{"en":"what"},"help":{"en":"Help with what."},"kind":"prose","always-shown":true}');
INSERT INTO "EditionEntry" VALUES('45caa9770fc6811c6ce61ae3db680c190db2d19ff21ab283e51a2f576d2ccdd2','number',1,'{"key":"n2","outcome":{"en":"felt worse"},"effect":"harm","group":{"en":"people who asked"},"counted":{"en":"people"},"no-rate":{"en":"Nobody has counted them."},"sources":["second"]}');
INSERT INTO "EditionEntry" VALUES('5040a2dff2d8fd5cabebb8d9f01ef56d67aa9208b7cca9b2197f7b445f9bc309','source',1,'{"key":"second","reference":"Example B. A study of soaking. 2021.","url":"https://example.org/soaking","state":"to-be-confirmed","note":"Read again."}');
INSERT INTO "EditionEntry" VALUES('54b612a2658508e3c8297f4fabf60b45db6a0ea02043e0881e4ed62f71491994','treatment',1,'{"slug":"nothing","name":{"en":"Nothing"},"summary":{"en":"You wait."},"baseline":true}');
INSERT INTO "EditionEntry" VALUES('552ff8047b0d148153a8ac8a717c14417b2b62592360aa24b2bc89e9f67659ae','criterion',1,'{"slug":"repeat","group":"time","question":{"en":"Question about repeat?"},"term":{"en":"repeat"},"help":{"en":"Help with repeat."},"kind":"yes-no"}');
INSERT INTO "EditionEntry" VALUES('570f7059883d683de51cef9be54f2c07b5ddf11144ffda5b720c96860bbc634b','term',1,'{"slug":"roller","term":{"en":"Roller"},"other-forms":[{"en":"rollers"}],"definition":{"en":"A thing that rolls."},"sources":["second"]}');
INSERT INTO "EditionEntry" VALUES('6290da6ecbeac3d91fa6ee5ac3617f06beec826d9237c692158a89741ec51c62','treatment',1,'{"slug":"soaking","name":{"en":"Soaking"},"summary":{"en":"Something soaks."},"answers":[{"criterion":"onset","text":{"en":"Warm: at once. Cold: up to 2 days."},"value":{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}}]}');
INSERT INTO "EditionEntry" VALUES('62cf00877c8a22701f58f0d5427df1274db7356adddda5be811da186ca2bcf6b','group',1,'{"slug":"basics","name":{"en":"Basics"}}');
INSERT INTO "EditionEntry" VALUES('69f9ce81244c6190a6cf400ca068a6de606e871d075b88b5e22f314b8d6ad7dc','criterion',1,'{"slug":"onset","group":"time","question":{"en":"Question about onset?"},"term":{"en":"onset"},"help":{"en":"Help with onset."},"kind":"duration"}');
INSERT INTO "EditionEntry" VALUES('6d922fb416bd99435cc04ab20a1497d6cd01713f8d51efeb6fd4806db8349da9','source',1,'{"key":"first","reference":"Example A. A study of rolling. 2020.","year":2020,"doi":"10.1000/example.1","pmid":"12345","state":"checked"}');
INSERT INTO "EditionEntry" VALUES('9041776af63e9cb995e062467f2d370b92321eed19ed8622be38ba5ea7330940','concern',1,'{"slug":"roughness","name":{"en":"Roughness"},"if-nothing-is-done":{"en":"It stays."},"needs-medical-care":true}');
INSERT INTO "EditionEntry" VALUES('98ed84fbc042323ce02491ca380f38684932da7015de224a4468768aa89ee0b9','concern',1,'{"slug":"dullness","former-slugs":["dull-days"],"name":{"en":"Dullness"},"other-names":[{"en":"Greyness"}],"sources":["first"]}');
INSERT INTO "EditionEntry" VALUES('adb4e5d60be33695f4d79692f41c974af2fe0c263355e937b05d01f68abb667b','contrast',1,'{"between":["rolling","soaking"],"passages":[{"heading":{"en":"Which is quicker?"},"text":{"en":"Soaking is quicker to begin with."},"criteria":[{"criterion":"onset"},{"criterion":"what","verdict":"differs"}],"sources":["first","second"]}],"clinics-say":{"en":"Clinics like both."},"clinics-say-sources":["maker"]}');
INSERT INTO "EditionEntry" VALUES('aea47f52172b47117920f99f79617ec6e72b75e4cc808a002118d831af6c3500','question',1,'{"key":"q1","text":{"en":"What happens if I wait?"}}');
INSERT INTO "EditionEntry" VALUES('b29bae0a23c2089a69b9bb4db6e1de41440539b75dec498f32b4e5c7f950afc6','group',1,'{"slug":"time","name":{"en":"Time"}}');
INSERT INTO "EditionEntry" VALUES('c1572d52e96dfbc80beaddf4d1df9397f1324dc92908ee5a457793f9b9693129','treatment',1,'{"slug":"rolling","former-slugs":["turning","spinning"],"name":{"en":"Rolling"},"short-name":{"en":"Roll"},"summary":{"en":"Something rolls."},"surgical":true,"prescription-only":"depends","prescription-note":{"en":"Ask."},"answers":[{"criterion":"what","text":{"en":"A roller rolls."},"brief":{"en":"Rolls"},"to-be-confirmed":true,"sources":["first","second"]},{"criterion":"sessions","text":{"en":"Three or four."},"value":{"parts":[{"min":3,"max":4,"approximate":true}]}},{"criterion":"onset","text":{"en":"2 to 4 weeks."},"value":{"parts":[{"min":2,"max":4.5,"unit":"week","note":{"en":"often"}}]}},{"criterion":"pain","text":{"en":"None."},"value":{"parts":[{"min":0,"max":0}]}},{"criterion":"cost","absence":"not-known"},{"criterion":"repeat","text":{"en":"Yes."},"value":{"parts":[{"min":1,"max":1}]}}],"concerns":[{"concern":"dullness","offer":"studied","direction":"improves","certainty":"low","sources":["first"]},{"concern":"roughness","offer":"not-usual","note":{"en":"Rarely."}}],"review":{"clinician":"example-clinician","on":"2026-01-05","next-due":"2027-01-05"}}');
INSERT INTO "EditionEntry" VALUES('c528c1d339580053d403561991694cef46d36fc67cc96e6f007d8e79ddd5b6f2','clinic',1,'{"name":{"en":"Example Clinic"},"sample":true,"telephone":"020 7946 0000","email":"hello@clinic.example","address":[{"en":"1 Example Street"},{"en":"London"}],"hours":[{"days":{"en":"Monday"},"hours":{"en":"9 am to 5 pm"}}],"closing-line":{"en":"Talk it over before you decide."},"common-comparisons":[["rolling","soaking"],["soaking","rolling"]]}');
INSERT INTO "EditionEntry" VALUES('d1b53418f5e4d839d237b96b4caf61f96e799279ee37df805fe43b3d310e9375','criterion',1,'{"slug":"pain","group":"basics","question":{"en":"Question about pain?"},"term":{"en":"pain"},"help":{"en":"Help with pain."},"kind":"scale","steps":[{"en":"None"},{"en":"Some"},{"en":"Much"}]}');
INSERT INTO "EditionEntry" VALUES('eae2abd9280675646c84cc2c92116f35239f1cf05cd9ab85a6a6c6aec8630064','concern',1,'{"slug":"dimness","name":{"en":"Dimness"},"archived":true,"replaced-by":"dullness"}');
INSERT INTO "EditionEntry" VALUES('ed83889f918c44e7cf532b2c293ddacfe416507e7df93932a605eec8939d72de','criterion',1,'{"slug":"cost","group":"basics","question":{"en":"Question about cost?"},"term":{"en":"cost"},"help":{"en":"Help with cost."},"kind":"money-band","steps":[{"en":"Low"},{"en":"High"}]}');
INSERT INTO "EditionEntry" VALUES('f1fc012f90e94e613d552196a97329933dbca9110b82f641a77f1aae5c95a9c4','clinician',1,'{"slug":"example-clinician","name":"Example Clinician","role":{"en":"Reviewer"},"registration":"EX 1"}');
INSERT INTO "EditionEntry" VALUES('fe66d6070b4b598f3688b7b59c656883652e0d7b2337b080a9e395956e36f9e4','source',1,'{"key":"maker","reference":"A maker''s leaflet.","state":"checked","commercial":true}');
INSERT INTO "EditionEntry" VALUES('3b02f6963dbbde0fcfbd7dcbede7635a4f81ccc85a80f4685942e34b76f745e3','treatment',1,'{"slug":"rolling","former-slugs":["turning","spinning"],"name":{"en":"Rolling"},"short-name":{"en":"Roll"},"summary":{"en":"Something rolls."},"surgical":true,"prescription-only":"depends","prescription-note":{"en":"Ask."},"answers":[{"criterion":"what","text":{"en":"Otherwise."},"brief":{"en":"Rolls"},"to-be-confirmed":true,"sources":["first","second"]},{"criterion":"sessions","text":{"en":"Three or four."},"value":{"parts":[{"min":3,"max":4,"approximate":true}]}},{"criterion":"onset","text":{"en":"2 to 4 weeks."},"value":{"parts":[{"min":2,"max":4.5,"unit":"week","note":{"en":"often"}}]}},{"criterion":"pain","text":{"en":"None."},"value":{"parts":[{"min":0,"max":0}]}},{"criterion":"cost","absence":"not-known"},{"criterion":"repeat","text":{"en":"Yes."},"value":{"parts":[{"min":1,"max":1}]}}],"concerns":[{"concern":"dullness","offer":"studied","direction":"improves","certainty":"low","sources":["first"]},{"concern":"roughness","offer":"not-usual","note":{"en":"Rarely."}}],"review":{"clinician":"example-clinician","on":"2026-01-05","next-due":"2027-01-05"}}');
CREATE TABLE "EditionPart" (
    "EditionNumber" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    CONSTRAINT "PK_EditionPart" PRIMARY KEY ("EditionNumber", "Position"),
    CONSTRAINT "FK_EditionPart_EditionEntry_Hash" FOREIGN KEY ("Hash") REFERENCES "EditionEntry" ("Hash") ON DELETE RESTRICT,
    CONSTRAINT "FK_EditionPart_Edition_EditionNumber" FOREIGN KEY ("EditionNumber") REFERENCES "Edition" ("Number") ON DELETE CASCADE
);
INSERT INTO "EditionPart" VALUES(1,0,'c528c1d339580053d403561991694cef46d36fc67cc96e6f007d8e79ddd5b6f2');
INSERT INTO "EditionPart" VALUES(1,1,'f1fc012f90e94e613d552196a97329933dbca9110b82f641a77f1aae5c95a9c4');
INSERT INTO "EditionPart" VALUES(1,2,'62cf00877c8a22701f58f0d5427df1274db7356adddda5be811da186ca2bcf6b');
INSERT INTO "EditionPart" VALUES(1,3,'b29bae0a23c2089a69b9bb4db6e1de41440539b75dec498f32b4e5c7f950afc6');
INSERT INTO "EditionPart" VALUES(1,4,'297bd46609344085cf982f4317f851c60866b498b3e52665118e0ab74491d36a');
INSERT INTO "EditionPart" VALUES(1,5,'0eba865b6f973bf93337489e0b39794d9b099f37288a4046cbbb86365d2cf68f');
INSERT INTO "EditionPart" VALUES(1,6,'69f9ce81244c6190a6cf400ca068a6de606e871d075b88b5e22f314b8d6ad7dc');
INSERT INTO "EditionPart" VALUES(1,7,'d1b53418f5e4d839d237b96b4caf61f96e799279ee37df805fe43b3d310e9375');
INSERT INTO "EditionPart" VALUES(1,8,'ed83889f918c44e7cf532b2c293ddacfe416507e7df93932a605eec8939d72de');
INSERT INTO "EditionPart" VALUES(1,9,'552ff8047b0d148153a8ac8a717c14417b2b62592360aa24b2bc89e9f67659ae');
INSERT INTO "EditionPart" VALUES(1,10,'98ed84fbc042323ce02491ca380f38684932da7015de224a4468768aa89ee0b9');
INSERT INTO "EditionPart" VALUES(1,11,'9041776af63e9cb995e062467f2d370b92321eed19ed8622be38ba5ea7330940');
INSERT INTO "EditionPart" VALUES(1,12,'eae2abd9280675646c84cc2c92116f35239f1cf05cd9ab85a6a6c6aec8630064');
INSERT INTO "EditionPart" VALUES(1,13,'54b612a2658508e3c8297f4fabf60b45db6a0ea02043e0881e4ed62f71491994');
INSERT INTO "EditionPart" VALUES(1,14,'c1572d52e96dfbc80beaddf4d1df9397f1324dc92908ee5a457793f9b9693129');
INSERT INTO "EditionPart" VALUES(1,15,'6290da6ecbeac3d91fa6ee5ac3617f06beec826d9237c692158a89741ec51c62');
INSERT INTO "EditionPart" VALUES(1,16,'19a126b5f63e57811aca70bc1b0998eb56738489261da649cffd18827e1895a1');
INSERT INTO "EditionPart" VALUES(1,17,'adb4e5d60be33695f4d79692f41c974af2fe0c263355e937b05d01f68abb667b');
INSERT INTO "EditionPart" VALUES(1,18,'0c8d2cf2cf765da569519abb7bb39d1b4a11b61eb96d4c180eb53661b202e8e9');
INSERT INTO "EditionPart" VALUES(1,19,'45caa9770fc6811c6ce61ae3db680c190db2d19ff21ab283e51a2f576d2ccdd2');
INSERT INTO "EditionPart" VALUES(1,20,'aea47f52172b47117920f99f79617ec6e72b75e4cc808a002118d831af6c3500');
INSERT INTO "EditionPart" VALUES(1,21,'570f7059883d683de51cef9be54f2c07b5ddf11144ffda5b720c96860bbc634b');
INSERT INTO "EditionPart" VALUES(1,22,'6d922fb416bd99435cc04ab20a1497d6cd01713f8d51efeb6fd4806db8349da9');
INSERT INTO "EditionPart" VALUES(1,23,'5040a2dff2d8fd5cabebb8d9f01ef56d67aa9208b7cca9b2197f7b445f9bc309');
INSERT INTO "EditionPart" VALUES(1,24,'fe66d6070b4b598f3688b7b59c656883652e0d7b2337b080a9e395956e36f9e4');
INSERT INTO "EditionPart" VALUES(2,0,'c528c1d339580053d403561991694cef46d36fc67cc96e6f007d8e79ddd5b6f2');
INSERT INTO "EditionPart" VALUES(2,1,'f1fc012f90e94e613d552196a97329933dbca9110b82f641a77f1aae5c95a9c4');
INSERT INTO "EditionPart" VALUES(2,2,'62cf00877c8a22701f58f0d5427df1274db7356adddda5be811da186ca2bcf6b');
INSERT INTO "EditionPart" VALUES(2,3,'b29bae0a23c2089a69b9bb4db6e1de41440539b75dec498f32b4e5c7f950afc6');
INSERT INTO "EditionPart" VALUES(2,4,'297bd46609344085cf982f4317f851c60866b498b3e52665118e0ab74491d36a');
INSERT INTO "EditionPart" VALUES(2,5,'0eba865b6f973bf93337489e0b39794d9b099f37288a4046cbbb86365d2cf68f');
INSERT INTO "EditionPart" VALUES(2,6,'69f9ce81244c6190a6cf400ca068a6de606e871d075b88b5e22f314b8d6ad7dc');
INSERT INTO "EditionPart" VALUES(2,7,'d1b53418f5e4d839d237b96b4caf61f96e799279ee37df805fe43b3d310e9375');
INSERT INTO "EditionPart" VALUES(2,8,'ed83889f918c44e7cf532b2c293ddacfe416507e7df93932a605eec8939d72de');
INSERT INTO "EditionPart" VALUES(2,9,'552ff8047b0d148153a8ac8a717c14417b2b62592360aa24b2bc89e9f67659ae');
INSERT INTO "EditionPart" VALUES(2,10,'98ed84fbc042323ce02491ca380f38684932da7015de224a4468768aa89ee0b9');
INSERT INTO "EditionPart" VALUES(2,11,'9041776af63e9cb995e062467f2d370b92321eed19ed8622be38ba5ea7330940');
INSERT INTO "EditionPart" VALUES(2,12,'eae2abd9280675646c84cc2c92116f35239f1cf05cd9ab85a6a6c6aec8630064');
INSERT INTO "EditionPart" VALUES(2,13,'54b612a2658508e3c8297f4fabf60b45db6a0ea02043e0881e4ed62f71491994');
INSERT INTO "EditionPart" VALUES(2,14,'3b02f6963dbbde0fcfbd7dcbede7635a4f81ccc85a80f4685942e34b76f745e3');
INSERT INTO "EditionPart" VALUES(2,15,'6290da6ecbeac3d91fa6ee5ac3617f06beec826d9237c692158a89741ec51c62');
INSERT INTO "EditionPart" VALUES(2,16,'19a126b5f63e57811aca70bc1b0998eb56738489261da649cffd18827e1895a1');
INSERT INTO "EditionPart" VALUES(2,17,'adb4e5d60be33695f4d79692f41c974af2fe0c263355e937b05d01f68abb667b');
INSERT INTO "EditionPart" VALUES(2,18,'0c8d2cf2cf765da569519abb7bb39d1b4a11b61eb96d4c180eb53661b202e8e9');
INSERT INTO "EditionPart" VALUES(2,19,'45caa9770fc6811c6ce61ae3db680c190db2d19ff21ab283e51a2f576d2ccdd2');
INSERT INTO "EditionPart" VALUES(2,20,'aea47f52172b47117920f99f79617ec6e72b75e4cc808a002118d831af6c3500');
INSERT INTO "EditionPart" VALUES(2,21,'570f7059883d683de51cef9be54f2c07b5ddf11144ffda5b720c96860bbc634b');
INSERT INTO "EditionPart" VALUES(2,22,'6d922fb416bd99435cc04ab20a1497d6cd01713f8d51efeb6fd4806db8349da9');
INSERT INTO "EditionPart" VALUES(2,23,'5040a2dff2d8fd5cabebb8d9f01ef56d67aa9208b7cca9b2197f7b445f9bc309');
INSERT INTO "EditionPart" VALUES(2,24,'fe66d6070b4b598f3688b7b59c656883652e0d7b2337b080a9e395956e36f9e4');
CREATE TABLE "EvidenceCitation" (
    "SourceId" INTEGER NOT NULL,
    "ConcernEvidenceTreatmentId" INTEGER NOT NULL,
    "ConcernEvidenceConcernId" INTEGER NOT NULL,
    CONSTRAINT "PK_EvidenceCitation" PRIMARY KEY ("SourceId", "ConcernEvidenceTreatmentId", "ConcernEvidenceConcernId"),
    CONSTRAINT "FK_EvidenceCitation_ConcernEvidence_ConcernEvidenceTreatmentId_ConcernEvidenceConcernId" FOREIGN KEY ("ConcernEvidenceTreatmentId", "ConcernEvidenceConcernId") REFERENCES "ConcernEvidence" ("TreatmentId", "ConcernId") ON DELETE CASCADE,
    CONSTRAINT "FK_EvidenceCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "EvidenceCitation" VALUES(1,3,1);
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
CREATE TABLE "GlossaryCitation" (
    "GlossaryTermId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_GlossaryCitation" PRIMARY KEY ("GlossaryTermId", "SourceId"),
    CONSTRAINT "FK_GlossaryCitation_GlossaryTerm_GlossaryTermId" FOREIGN KEY ("GlossaryTermId") REFERENCES "GlossaryTerm" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_GlossaryCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "GlossaryCitation" VALUES(1,2);
CREATE TABLE "GlossaryTerm" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_GlossaryTerm" PRIMARY KEY AUTOINCREMENT,
    "Term" TEXT NOT NULL,
    "OtherForms" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL
);
INSERT INTO "GlossaryTerm" VALUES(1,'{"en":"Roller"}','[{"en":"rollers"}]','{"en":"A thing that rolls."}',0,1,0,0,'roller');
CREATE TABLE "NumberCitation" (
    "OutcomeNumberId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_NumberCitation" PRIMARY KEY ("OutcomeNumberId", "SourceId"),
    CONSTRAINT "FK_NumberCitation_OutcomeNumber_OutcomeNumberId" FOREIGN KEY ("OutcomeNumberId") REFERENCES "OutcomeNumber" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_NumberCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "NumberCitation" VALUES(1,2);
INSERT INTO "NumberCitation" VALUES(2,1);
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
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    CONSTRAINT "FK_OutcomeNumber_Concern_ConcernId" FOREIGN KEY ("ConcernId") REFERENCES "Concern" ("Id") ON DELETE RESTRICT
);
INSERT INTO "OutcomeNumber" VALUES(1,'{"en":"felt worse"}','Harm','{"en":"people who asked"}',NULL,'{"en":"people"}',NULL,0,'[]','{"en":"Nobody has counted them."}',NULL,NULL,NULL,1,1,0,'n2');
INSERT INTO "OutcomeNumber" VALUES(2,'{"en":"felt brighter"}','Benefit','{"en":"people who asked"}','{"en":"over 6 weeks"}','{"en":"people"}',100,0,'[{"label":{"en":"Rolling"},"count":40,"events":20,"total":50},{"label":{"en":"Nothing"},"count":0}]',NULL,'Low',NULL,1,1,0,0,'n1');
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
CREATE TABLE "PassageCitation" (
    "ContrastPassageId" INTEGER NOT NULL,
    "SourceId" INTEGER NOT NULL,
    CONSTRAINT "PK_PassageCitation" PRIMARY KEY ("ContrastPassageId", "SourceId"),
    CONSTRAINT "FK_PassageCitation_ContrastPassage_ContrastPassageId" FOREIGN KEY ("ContrastPassageId") REFERENCES "ContrastPassage" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_PassageCitation_Source_SourceId" FOREIGN KEY ("SourceId") REFERENCES "Source" ("Id") ON DELETE RESTRICT
);
INSERT INTO "PassageCitation" VALUES(1,1);
INSERT INTO "PassageCitation" VALUES(1,2);
CREATE TABLE "Question" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Question" PRIMARY KEY AUTOINCREMENT,
    "Text" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Key" TEXT NOT NULL
);
INSERT INTO "Question" VALUES(1,'{"en":"What happens if I wait?"}',1,0,0,'q1');
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
    "Key" TEXT NOT NULL
);
INSERT INTO "Source" VALUES(1,'Example A. A study of rolling. 2020.',2020,'10.1000/example.1','12345',NULL,'Checked',0,NULL,1,0,0,'first');
INSERT INTO "Source" VALUES(2,'Example B. A study of soaking. 2021.',NULL,NULL,NULL,'https://example.org/soaking','ToBeConfirmed',0,'Read again.',1,1,0,'second');
INSERT INTO "Source" VALUES(3,'A maker''s leaflet.',NULL,NULL,NULL,NULL,'Checked',1,NULL,1,2,0,'maker');
CREATE TABLE "Treatment" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Treatment" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "ShortName" TEXT NULL,
    "OtherNames" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Baseline" INTEGER NOT NULL,
    "Surgical" INTEGER NOT NULL,
    "PrescriptionOnly" TEXT NOT NULL,
    "PrescriptionNote" TEXT NULL,
    "ReviewerId" INTEGER NULL,
    "ReviewedOn" TEXT NULL,
    "ReviewDue" TEXT NULL,
    "ReplacedById" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Archived" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "FK_Treatment_Clinician_ReviewerId" FOREIGN KEY ("ReviewerId") REFERENCES "Clinician" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Treatment_Treatment_ReplacedById" FOREIGN KEY ("ReplacedById") REFERENCES "Treatment" ("Id") ON DELETE RESTRICT
);
INSERT INTO "Treatment" VALUES(1,'{"en":"Nothing"}',NULL,'[]','{"en":"You wait."}',1,0,'No',NULL,NULL,NULL,NULL,NULL,1,0,0,'nothing');
INSERT INTO "Treatment" VALUES(2,'{"en":"Soaking"}',NULL,'[]','{"en":"Something soaks."}',0,0,'No',NULL,NULL,NULL,NULL,NULL,1,2,0,'soaking');
INSERT INTO "Treatment" VALUES(3,'{"en":"Rolling"}','{"en":"Roll"}','[]','{"en":"Something rolls."}',0,1,'Depends','{"en":"Ask."}',1,'2026-01-05','2027-01-05',NULL,1,1,0,'rolling');
INSERT INTO "Treatment" VALUES(4,'{"en":"Rinsing"}',NULL,'[]','{"en":"Something rinses."}',0,0,'No',NULL,NULL,NULL,NULL,2,1,3,1,'rinsing');
CREATE TABLE "TreatmentAttribute" (
    "TreatmentId" INTEGER NOT NULL,
    "CriterionId" INTEGER NOT NULL,
    "Text" TEXT NULL,
    "Brief" TEXT NULL,
    "Value" TEXT NULL,
    "Absence" TEXT NULL,
    "ToBeConfirmed" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_TreatmentAttribute" PRIMARY KEY ("TreatmentId", "CriterionId"),
    CONSTRAINT "FK_TreatmentAttribute_ComparisonCriterion_CriterionId" FOREIGN KEY ("CriterionId") REFERENCES "ComparisonCriterion" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TreatmentAttribute_Treatment_TreatmentId" FOREIGN KEY ("TreatmentId") REFERENCES "Treatment" ("Id") ON DELETE CASCADE
);
INSERT INTO "TreatmentAttribute" VALUES(3,1,'{"en":"Otherwise."}','{"en":"Rolls"}',NULL,NULL,1,2);
INSERT INTO "TreatmentAttribute" VALUES(3,2,'{"en":"Three or four."}',NULL,'{"parts":[{"min":3,"max":4,"approximate":true}]}',NULL,0,1);
INSERT INTO "TreatmentAttribute" VALUES(3,3,'{"en":"2 to 4 weeks."}',NULL,'{"parts":[{"min":2,"max":4.5,"unit":"week","note":{"en":"often"}}]}',NULL,0,1);
INSERT INTO "TreatmentAttribute" VALUES(3,4,'{"en":"None."}',NULL,'{"parts":[{"min":0,"max":0}]}',NULL,0,1);
INSERT INTO "TreatmentAttribute" VALUES(3,5,NULL,NULL,NULL,'NotKnown',0,1);
INSERT INTO "TreatmentAttribute" VALUES(3,6,'{"en":"Yes."}',NULL,'{"parts":[{"min":1,"max":1}]}',NULL,0,1);
INSERT INTO "TreatmentAttribute" VALUES(2,3,'{"en":"Warm: at once. Cold: up to 2 days."}',NULL,'{"parts":[{"label":{"en":"Warm"},"min":0,"unit":"minute"},{"label":{"en":"Cold"},"max":2,"unit":"day"}]}',NULL,0,1);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20261124005539_Initial','10.0.15');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE INDEX "IX_AttributeCitation_TreatmentAttributeTreatmentId_TreatmentAttributeCriterionId" ON "AttributeCitation" ("TreatmentAttributeTreatmentId", "TreatmentAttributeCriterionId");
CREATE INDEX "IX_ClaimCitation_SourceId" ON "ClaimCitation" ("SourceId");
CREATE UNIQUE INDEX "IX_Clinician_Slug" ON "Clinician" ("Slug");
CREATE INDEX "IX_CommonComparison_ClinicId" ON "CommonComparison" ("ClinicId");
CREATE INDEX "IX_CommonComparison_TreatmentId" ON "CommonComparison" ("TreatmentId");
CREATE INDEX "IX_ComparisonCriterion_GroupId" ON "ComparisonCriterion" ("GroupId");
CREATE UNIQUE INDEX "IX_ComparisonCriterion_Slug" ON "ComparisonCriterion" ("Slug");
CREATE INDEX "IX_Concern_ReplacedById" ON "Concern" ("ReplacedById");
CREATE UNIQUE INDEX "IX_Concern_Slug" ON "Concern" ("Slug");
CREATE INDEX "IX_ConcernCitation_SourceId" ON "ConcernCitation" ("SourceId");
CREATE INDEX "IX_ConcernEvidence_ConcernId" ON "ConcernEvidence" ("ConcernId");
CREATE UNIQUE INDEX "IX_Contrast_FirstId_SecondId" ON "Contrast" ("FirstId", "SecondId");
CREATE INDEX "IX_Contrast_SecondId" ON "Contrast" ("SecondId");
CREATE INDEX "IX_ContrastCriterion_CriterionId" ON "ContrastCriterion" ("CriterionId");
CREATE INDEX "IX_ContrastPassage_ContrastId" ON "ContrastPassage" ("ContrastId");
CREATE UNIQUE INDEX "IX_CriterionGroup_Slug" ON "CriterionGroup" ("Slug");
CREATE INDEX "IX_EditionPart_Hash" ON "EditionPart" ("Hash");
CREATE INDEX "IX_EvidenceCitation_ConcernEvidenceTreatmentId_ConcernEvidenceConcernId" ON "EvidenceCitation" ("ConcernEvidenceTreatmentId", "ConcernEvidenceConcernId");
CREATE INDEX "IX_FormerSlug_ConcernId" ON "FormerSlug" ("ConcernId");
CREATE UNIQUE INDEX "IX_FormerSlug_Kind_Slug" ON "FormerSlug" ("Kind", "Slug");
CREATE INDEX "IX_FormerSlug_TreatmentId" ON "FormerSlug" ("TreatmentId");
CREATE INDEX "IX_GlossaryCitation_SourceId" ON "GlossaryCitation" ("SourceId");
CREATE UNIQUE INDEX "IX_GlossaryTerm_Slug" ON "GlossaryTerm" ("Slug");
CREATE INDEX "IX_NumberCitation_SourceId" ON "NumberCitation" ("SourceId");
CREATE INDEX "IX_OutcomeNumber_ConcernId" ON "OutcomeNumber" ("ConcernId");
CREATE UNIQUE INDEX "IX_OutcomeNumber_Key" ON "OutcomeNumber" ("Key");
CREATE INDEX "IX_OutcomeNumberCell_CriterionId" ON "OutcomeNumberCell" ("CriterionId");
CREATE INDEX "IX_OutcomeNumberCell_TreatmentId" ON "OutcomeNumberCell" ("TreatmentId");
CREATE INDEX "IX_PassageCitation_SourceId" ON "PassageCitation" ("SourceId");
CREATE UNIQUE INDEX "IX_Question_Key" ON "Question" ("Key");
CREATE UNIQUE INDEX "IX_Source_Key" ON "Source" ("Key");
CREATE INDEX "IX_Treatment_ReplacedById" ON "Treatment" ("ReplacedById");
CREATE INDEX "IX_Treatment_ReviewerId" ON "Treatment" ("ReviewerId");
CREATE UNIQUE INDEX "IX_Treatment_Slug" ON "Treatment" ("Slug");
CREATE INDEX "IX_TreatmentAttribute_CriterionId" ON "TreatmentAttribute" ("CriterionId");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('Clinician',1);
INSERT INTO "sqlite_sequence" VALUES('Concern',3);
INSERT INTO "sqlite_sequence" VALUES('CriterionGroup',2);
INSERT INTO "sqlite_sequence" VALUES('GlossaryTerm',1);
INSERT INTO "sqlite_sequence" VALUES('OutcomeNumber',2);
INSERT INTO "sqlite_sequence" VALUES('Question',1);
INSERT INTO "sqlite_sequence" VALUES('Source',3);
INSERT INTO "sqlite_sequence" VALUES('Treatment',4);
INSERT INTO "sqlite_sequence" VALUES('ComparisonCriterion',6);
INSERT INTO "sqlite_sequence" VALUES('FormerSlug',3);
INSERT INTO "sqlite_sequence" VALUES('Contrast',1);
INSERT INTO "sqlite_sequence" VALUES('ContrastPassage',1);
COMMIT;
PRAGMA foreign_keys = ON;
