PRAGMA application_id = 1483302005;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'library','0001_library','2026-11-25 07:35:33.826488+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'library','0002_highlights','2026-11-25 07:35:33.857946+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'library','0003_known_words','2026-11-25 07:35:33.876057+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'library','0004_corrections','2026-11-25 07:35:33.901612+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'library','0005_own_terms','2026-11-25 07:35:33.929717+00:00');
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
CREATE TABLE known_words (
        word TEXT PRIMARY KEY,
        known INTEGER NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "known_words" VALUES('书记',1,'2026-07-04T12:00:00.123456+00:00');
INSERT INTO "known_words" VALUES('出席',0,'2026-07-04T12:00:00.123456+00:00');
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
    , colour TEXT NOT NULL DEFAULT '');
INSERT INTO "marks" VALUES(1,'019f2cfff67b00010203040506070809','note',1,1,4,7,'𠮷长星','省委书记','出席。','谁？','["人","a,b"]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'F3E88D4E5DD9E1C05E891DFEB461363C507597716E56718D8AC154DD92C2C99A','');
INSERT INTO "marks" VALUES(2,'019f2cfff67b00000000000000000000','bookmark',1,1,4,7,'𠮷长星','省委书记','出席。','这里','[]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'E6388B45F4DBA90F70E67E668E37DF8B320E2088F43C7AB2628E18FE0521A9BA','');
INSERT INTO "marks" VALUES(3,'019f2cfff67bffffffffffffffffffff','note',1,1,4,7,'𠮷长星','省委书记','出席。','扔掉','[]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',0,X'2A7A34D8D77E53A3EA57EBC60600F3CB8FEEB656BBA4868EF9A9587B9C0733AD','');
INSERT INTO "marks" VALUES(4,'019f2cfff67b02020202020202020202','highlight',1,1,4,7,'𠮷长星','省委书记','出席。','','[]','2026-07-04T12:00:00.123456+00:00','2026-07-04T12:00:00.123456+00:00',NULL,0,X'A0977E0ACF1843AFF41CE69A459BAFF2DEE628B4FCCC5A79162385B558F85E8D','green');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('documents',1);
COMMIT;
