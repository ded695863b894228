-- The first release. Never changed: what comes later is a step of its own.
CREATE TABLE bands (
  band INTEGER NOT NULL,
  page INTEGER NOT NULL,
  PRIMARY KEY (band, page)
) WITHOUT ROWID, STRICT;
CREATE TABLE judgements (
  number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  verdict TEXT NOT NULL,
  address TEXT NOT NULL,
  item TEXT,
  category TEXT,
  start INTEGER,
  stop INTEGER,
  value TEXT,
  reason TEXT,
  judge TEXT NOT NULL,
  judged TEXT NOT NULL,
  undone_by TEXT,
  undone TEXT
) STRICT;
CREATE INDEX judgements_by_address ON judgements (address);
CREATE INDEX judgements_by_item ON judgements (item);
CREATE TABLE migrations (
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  applied TEXT NOT NULL,
  PRIMARY KEY (number)
) STRICT;
CREATE TABLE names (
  form TEXT NOT NULL,
  party TEXT NOT NULL,
  PRIMARY KEY (form, party)
) WITHOUT ROWID, STRICT;
CREATE TABLE pages (
  number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  identity TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  url TEXT,
  title TEXT,
  outlet TEXT,
  script TEXT NOT NULL,
  day TEXT NOT NULL,
  published_from TEXT,
  published_to TEXT,
  given TEXT,
  origin TEXT NOT NULL,
  reader TEXT NOT NULL,
  verdict TEXT,
  version INTEGER NOT NULL,
  wire TEXT,
  story INTEGER NOT NULL,
  copy_of INTEGER,
  UNIQUE (address),
  UNIQUE (name)
) STRICT;
CREATE INDEX pages_by_content ON pages (sha256);
CREATE INDEX pages_by_day ON pages (day);
CREATE INDEX pages_by_first ON pages (copy_of);
CREATE INDEX pages_by_identity ON pages (identity);
CREATE INDEX pages_by_outlet ON pages (outlet, day);
CREATE INDEX pages_by_story ON pages (story);
CREATE TABLE settings (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name)
) STRICT;
CREATE TABLE entities (
  page INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT,
  name_zh TEXT,
  affiliation TEXT,
  PRIMARY KEY (page, id),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX entities_by_id ON entities (id);
CREATE TABLE items (
  page INTEGER NOT NULL,
  id TEXT NOT NULL,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  modality TEXT,
  passage INTEGER NOT NULL,
  line INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  cue TEXT,
  day TEXT NOT NULL,
  day_from TEXT,
  day_to TEXT,
  due_from TEXT,
  due_to TEXT,
  condition TEXT,
  place TEXT,
  according_to TEXT,
  part_of TEXT,
  gist TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page, id),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX items_by_day ON items (category, day);
CREATE INDEX items_by_id ON items (id);
CREATE INDEX items_by_passage ON items (passage);
CREATE TABLE likenesses (
  page INTEGER NOT NULL,
  other INTEGER NOT NULL,
  likeness REAL NOT NULL,
  PRIMARY KEY (page, other),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY(other) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX likenesses_by_other ON likenesses (other);
CREATE TABLE passages (
  number INTEGER NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (number),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
) STRICT;
CREATE INDEX passages_by_page ON passages (page);
CREATE TABLE roles (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  role TEXT NOT NULL,
  party TEXT NOT NULL,
  position INTEGER NOT NULL,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (page, item, role, party),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX roles_by_party ON roles (party, category, day);
CREATE TABLE signatures (
  page INTEGER NOT NULL,
  minima BLOB NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
) STRICT;
CREATE TABLE versions (
  number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  page INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added TEXT NOT NULL,
  read TEXT NOT NULL,
  opened BLOB NOT NULL,
  record BLOB NOT NULL,
  UNIQUE (page, ordinal),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
) STRICT;
CREATE INDEX versions_by_time ON versions (added);
CREATE VIRTUAL TABLE words USING fts5(tokens, content = '', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO settings (name, value) VALUES ('tokens', '1');
