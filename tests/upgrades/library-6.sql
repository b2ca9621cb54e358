PRAGMA application_id = 1483302005;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','0001_library','2026-11-25 09:43:29.988690+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','0002_highlights','2026-11-25 09:43:30.033781+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'library','0003_known_words','2026-11-25 09:43:30.073787+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'library','0004_corrections','2026-11-25 09:43:30.113730+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'library','0005_own_terms','2026-11-25 09:43:30.169817+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'library','0006_marks','2026-11-25 09:43:30.202657+00:00');
CREATE TABLE colour_meanings (
        colour TEXT PRIMARY KEY,
        meaning TEXT NOT NULL,
        changed TEXT NOT NULL,
        digest BLOB NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "colour_meanings" VALUES('green','人名','2026-07-04T12:00:00.123456+00:00',X'59B20E8696F350986843A5A1B71A9DF4BF5B46B481156E029F4DA5852B5E091E');
CREATE TABLE corrections (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        words TEXT NOT NULL,
        document INTEGER REFERENCES documents (id),
        paragraph INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        before_quote TEXT NOT NULL,
        after_quote TEXT NOT NULL,
        created TEXT NOT NULL,
        deleted TEXT,
        orphan INTEGER NOT NULL,
        digest BLOB NOT NULL
    );
INSERT INTO "corrections" VALUES(1,'019f2cfff67b03030303030303030303','[["书记",[]],["𠮷长星",["Jí","cháng","xīng"]]]',NULL,0,0,0,'书记𠮷长星','','','2026-07-04T12:00:00.123456+00:00',NULL,0,X'44BF4CCDCEC109B4DA4C2B0C2E98E24B8BD8DE49116F137E163E58AFB5B6DC1E');
INSERT INTO "corrections" VALUES(2,'019f2cfff67b04040404040404040404','[["𠮷长星",["Jí","Cháng","xīng"]]]',1,1,4,7,'𠮷长星','省委书记','出席。','2026-07-04T12:00:00.123456+00:00',NULL,0,X'8F28932E9BE385BC7FC82713986E735B8413CBCEE314BB7A1B27E6F0FDADF6AB');
INSERT INTO "corrections" VALUES(3,'019f2cfff67b05050505050505050505','[["座谈会",[]]]',NULL,0,0,0,'座谈会','','','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',0,X'3CA366EAAED33994C0239C219AFEA15D8D7E20BF520A208A41CC028ACCCBC4D9');
CREATE TABLE days (number INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE);
INSERT INTO "days" VALUES(1,'2026-07-04');
CREATE TABLE documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source INTEGER NOT NULL UNIQUE REFERENCES sources (id),
        title TEXT NOT NULL,
        sections INTEGER NOT NULL,
        paragraphs INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        repairs INTEGER NOT NULL,
        decisions TEXT NOT NULL,
        added TEXT NOT NULL,
        opened TEXT,
        digest BLOB NOT NULL,
        shape TEXT NOT NULL
    );
INSERT INTO "documents" VALUES(1,1,'人民日报',1,2,13,1,'{"undone":["folded:1"],"edits":[[7,1,"记"]]}','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',X'E25EC2C04E5CD6CE3EC1D5878D1F3EEDCA8B9E594733137CFB297AC219A0EC7A','[[["title",1],["body",1]],[3,10]]');
CREATE TABLE drafts (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        mark TEXT NOT NULL,
        document INTEGER NOT NULL,
        paragraph INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        before_quote TEXT NOT NULL,
        after_quote TEXT NOT NULL,
        scope TEXT NOT NULL,
        word TEXT NOT NULL,
        text TEXT NOT NULL,
        tags TEXT NOT NULL,
        changed TEXT NOT NULL,
        digest BLOB NOT NULL
    );
INSERT INTO "drafts" VALUES(1,'d1','',1,1,4,7,'𠮷长星','省委书记','出席。','sentence','','还没写完','["人"]','2026-07-04T12:00:00.123456+00:00',X'257892BC68120DCAACE81415D5CD130003349D490638D7F094DED52991B9E862');
CREATE TABLE known_words (
        word TEXT PRIMARY KEY,
        known INTEGER NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "known_words" VALUES('书记',1,'2026-07-04T12:00:00.123456+00:00');
INSERT INTO "known_words" VALUES('出席',0,'2026-07-04T12:00:00.123456+00:00');
CREATE TABLE mark_links (target TEXT NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY (target, mark)) WITHOUT ROWID;
INSERT INTO "mark_links" VALUES('mark/019f2cfff67b02020202020202020202',5);
CREATE TABLE mark_tags (tag TEXT NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY (tag, mark)) WITHOUT ROWID;
INSERT INTO "mark_tags" VALUES('a,b',1);
INSERT INTO "mark_tags" VALUES('人',1);
INSERT INTO "mark_tags" VALUES('要点',4);
INSERT INTO "mark_tags" VALUES('人',6);
CREATE TABLE marks (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents (id),
        paragraph INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        quote TEXT NOT NULL,
        before_quote TEXT NOT NULL,
        after_quote TEXT NOT NULL,
        text TEXT NOT NULL,
        tags TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        deleted TEXT,
        orphan INTEGER NOT NULL,
        digest BLOB NOT NULL
    , colour TEXT NOT NULL DEFAULT '', scope TEXT NOT NULL DEFAULT '', word TEXT NOT NULL DEFAULT '', rank INTEGER NOT NULL DEFAULT 0);
INSERT INTO "marks" VALUES(1,'019f2cfff67b00010203040506070809','note',1,1,4,7,'𠮷长星','省委书记','出席。','谁？','["人","a,b"]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'F3E88D4E5DD9E1C05E891DFEB461363C507597716E56718D8AC154DD92C2C99A','','','',0);
INSERT INTO "marks" VALUES(2,'019f2cfff67b00000000000000000000','bookmark',1,1,4,7,'𠮷长星','省委书记','出席。','这里','[]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'E6388B45F4DBA90F70E67E668E37DF8B320E2088F43C7AB2628E18FE0521A9BA','','','',0);
INSERT INTO "marks" VALUES(3,'019f2cfff67bffffffffffffffffffff','note',1,1,4,7,'𠮷长星','省委书记','出席。','扔掉','[]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',0,X'2A7A34D8D77E53A3EA57EBC60600F3CB8FEEB656BBA4868EF9A9587B9C0733AD','','','',0);
INSERT INTO "marks" VALUES(4,'019f2cfff67b02020202020202020202','highlight',1,1,4,7,'𠮷长星','省委书记','出席。','','["要点"]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'5CD59C23B05922C603B02039208CC864F6E36C7467F17A6E9D3D0B6D257CF79A','green','','',0);
INSERT INTO "marks" VALUES(5,'019f2cfff67b06060606060606060606','note',1,1,4,7,'𠮷长星','省委书记','出席。','见 xidu:mark/019f2cfff67b02020202020202020202。','[]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'E8F44653069025542967F48D0C026D8761F758612B1F1BCAB1B318496F297F21','','everywhere','𠮷长星',0);
INSERT INTO "marks" VALUES(6,'019f2cfff67b07070707070707070707','bookmark',1,1,4,7,'𠮷长星','省委书记','出席。','第二','["人"]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'098118B0F26E5708C016D164D72085A62555EF3114742BCACCC10B0842C4EE7F','','','',1);
CREATE TABLE own_glossaries (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        active INTEGER NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        deleted TEXT,
        digest BLOB NOT NULL
    );
INSERT INTO "own_glossaries" VALUES(1,'g1','我的词',1,'2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,X'C5083680F426CBCFDBE2F9BC1CA17AF440FB72562580B5D4F5A74CAAB6F64D70');
INSERT INTO "own_glossaries" VALUES(2,'xidu','',0,'2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,X'2F164181AF55AF79D59C1C7A8ECE06B26B95B614407D4B9EE5F54AC63B122148');
CREATE TABLE own_terms (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        glossary TEXT NOT NULL REFERENCES own_glossaries (id),
        name TEXT NOT NULL,
        headword TEXT NOT NULL,
        pinyin TEXT NOT NULL,
        variants TEXT NOT NULL,
        rest TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        deleted TEXT,
        digest BLOB NOT NULL
    );
INSERT INTO "own_terms" VALUES(1,'t1','g1','省委','省委','shěng wěi','["省党委"]','{"kind":"institution","field":"我的词","english":"provincial committee","explanation":"What it is.","chinese":"省里的党委","literal":"province committee","since":"1949","members":[["省",["shěng"],"province"]],"collocations":["～书记"],"related":["市委"],"broader":["党委"],"opposite":["县委"]}','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,X'9C03D430B5B208B1C3554EA40412B1ACB7CAADDACD13B15ACBBCE72A3E566CB0');
INSERT INTO "own_terms" VALUES(2,'t2','g1','座谈','座谈','shěng wěi','["省党委"]','{"kind":"institution","field":"我的词","english":"provincial committee","explanation":"What it is.","chinese":"省里的党委","literal":"province committee","since":"1949","members":[["省",["shěng"],"province"]],"collocations":["～书记"],"related":["市委"],"broader":["党委"],"opposite":["县委"]}','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',X'2BEBC0CDB9F2D372A0CB5B64F5BBC1C425FD8116E27EFCD38EFE4CF425B449D3');
CREATE TABLE paragraphs (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        origin TEXT NOT NULL,
        repairs TEXT NOT NULL
    );
INSERT INTO "paragraphs" VALUES(1,1,0,'title','座谈会','[[0,0,3]]','[]');
INSERT INTO "paragraphs" VALUES(2,1,1,'body','省委书记𠮷长星出席。','[[0,4,3]]','[0]');
CREATE TABLE positions (
        document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        paragraph INTEGER NOT NULL,
        fraction REAL NOT NULL
    );
INSERT INTO "positions" VALUES(1,1,0.25);
CREATE TABLE repairs (
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        key TEXT NOT NULL,
        kind TEXT NOT NULL,
        paragraph INTEGER NOT NULL,
        at INTEGER NOT NULL,
        why TEXT NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (document, ordinal)
    ) WITHOUT ROWID;
INSERT INTO "repairs" VALUES(1,0,'corrected:7+1:记','corrected',1,3,'corrected by hand','信');
CREATE TABLE sections (
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        title TEXT NOT NULL,
        first INTEGER NOT NULL,
        PRIMARY KEY (document, ordinal)
    ) WITHOUT ROWID;
INSERT INTO "sections" VALUES(1,0,'座谈会',0);
CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        encoding TEXT NOT NULL,
        data BLOB NOT NULL,
        text TEXT
    );
INSERT INTO "sources" VALUES(1,'6efa269ea079ef57ca648b8a30bb9a4dd6f81556f5f84600befc4dc6e2b43c85','page.md','gb18030',X'D7F9CCB8BBE10ACAA1CEAFCAE9D0C59534B235B3A4D0C7B3F6CFAFA1A3',NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX paragraph_place ON paragraphs (document, ordinal);
CREATE INDEX mark_place ON marks (document, paragraph, begins);
CREATE INDEX own_term_glossary ON own_terms (glossary);
CREATE INDEX mark_tags_of ON mark_tags (mark);
CREATE INDEX mark_links_of ON mark_links (mark);
CREATE INDEX mark_in_place ON marks (document, paragraph, begins, kind, colour, deleted, orphan) WHERE deleted IS NULL AND orphan = 0;
CREATE INDEX mark_in_time ON marks (created, kind, document, colour, deleted, orphan) WHERE deleted IS NULL AND orphan = 0;
CREATE INDEX mark_lost ON marks (document) WHERE deleted IS NULL AND orphan <> 0;
CREATE INDEX mark_removed ON marks (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX mark_everywhere ON marks (word) WHERE scope = 'everywhere';
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('documents',1);
COMMIT;
