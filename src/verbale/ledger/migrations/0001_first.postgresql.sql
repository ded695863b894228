-- The first release. Never changed: what comes later is a step of its own.
CREATE TABLE bands (
  band BIGINT NOT NULL,
  page BIGINT NOT NULL,
  PRIMARY KEY (band, page)
);
CREATE TABLE judgements (
  number BIGSERIAL NOT NULL,
  verdict TEXT NOT NULL,
  address TEXT NOT NULL,
  item TEXT,
  category TEXT,
  start BIGINT,
  stop BIGINT,
  value TEXT,
  reason TEXT,
  judge TEXT NOT NULL,
  judged TEXT NOT NULL,
  undone_by TEXT,
  undone TEXT,
  PRIMARY KEY (number)
);
CREATE INDEX judgements_by_address ON judgements (address);
CREATE INDEX judgements_by_item ON judgements (item);
CREATE TABLE migrations (
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  applied TEXT NOT NULL,
  PRIMARY KEY (number)
);
CREATE TABLE names (
  form TEXT NOT NULL,
  party TEXT NOT NULL,
  PRIMARY KEY (form, party)
);
CREATE TABLE pages (
  number BIGSERIAL NOT NULL,
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
  version BIGINT NOT NULL,
  wire TEXT,
  story BIGINT NOT NULL,
  copy_of BIGINT,
  PRIMARY KEY (number),
  UNIQUE (address),
  UNIQUE (name)
);
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
);
CREATE TABLE entities (
  page BIGINT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT,
  name_zh TEXT,
  affiliation TEXT,
  PRIMARY KEY (page, id),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX entities_by_id ON entities (id);
CREATE TABLE items (
  page BIGINT NOT NULL,
  id TEXT NOT NULL,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  modality TEXT,
  passage BIGINT NOT NULL,
  line BIGINT NOT NULL,
  start BIGINT NOT NULL,
  stop BIGINT NOT NULL,
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
  confidence DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (page, id),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX items_by_day ON items (category, day);
CREATE INDEX items_by_id ON items (id);
CREATE INDEX items_by_passage ON items (passage);
CREATE TABLE likenesses (
  page BIGINT NOT NULL,
  other BIGINT NOT NULL,
  likeness DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (page, other),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY(other) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX likenesses_by_other ON likenesses (other);
CREATE TABLE passages (
  number BIGINT NOT NULL,
  page BIGINT NOT NULL,
  line BIGINT NOT NULL,
  start BIGINT NOT NULL,
  stop BIGINT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (number),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX passages_by_page ON passages (page);
CREATE TABLE roles (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  role TEXT NOT NULL,
  party TEXT NOT NULL,
  position BIGINT NOT NULL,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (page, item, role, party),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX roles_by_party ON roles (party, category, day);
CREATE TABLE signatures (
  page BIGINT NOT NULL,
  minima BYTEA NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE TABLE versions (
  number BIGSERIAL NOT NULL,
  page BIGINT NOT NULL,
  ordinal BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  added TEXT NOT NULL,
  read TEXT NOT NULL,
  opened BYTEA NOT NULL,
  record BYTEA NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (page, ordinal),
  FOREIGN KEY(page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX versions_by_time ON versions (added);
CREATE TABLE words (
  passage BIGINT PRIMARY KEY,
  tokens TSVECTOR NOT NULL
);
CREATE INDEX words_by_token ON words USING GIN (tokens);
INSERT INTO settings (name, value) VALUES ('tokens', '1');
