-- Events across pages. Every page that is there is linked when the events are first asked for.
CREATE TABLE unlinked (
  page INTEGER NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) STRICT;
CREATE TABLE tellings (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE TABLE telling_keys (
  mark TEXT NOT NULL,
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (mark, page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX telling_keys_by_page ON telling_keys (page);
CREATE TABLE links (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  other_page INTEGER NOT NULL,
  other_item TEXT NOT NULL,
  confidence REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (page, item, other_page, other_item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY (other_page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX links_by_other ON links (other_page, other_item);
CREATE TABLE unsettled (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE TABLE events (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  day_from TEXT,
  day_to TEXT,
  place TEXT,
  modality TEXT NOT NULL,
  members INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX events_by_day ON events (day);
CREATE TABLE event_members (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  event TEXT NOT NULL,
  category TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY (event) REFERENCES events (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX event_members_by_event ON event_members (event);
CREATE TABLE contradictions (
  id TEXT NOT NULL,
  event TEXT,
  field TEXT NOT NULL,
  day TEXT NOT NULL,
  confidence REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX contradictions_by_day ON contradictions (day);
CREATE INDEX contradictions_by_event ON contradictions (event);
CREATE TABLE contradiction_sources (
  contradiction TEXT NOT NULL,
  position INTEGER NOT NULL,
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  line INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  value TEXT NOT NULL,
  voice TEXT,
  PRIMARY KEY (contradiction, position),
  FOREIGN KEY (contradiction) REFERENCES contradictions (id) ON DELETE CASCADE,
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX contradiction_sources_by_item ON contradiction_sources (page, item);
CREATE TABLE page_days (
  page INTEGER NOT NULL,
  day_from TEXT NOT NULL,
  day_to TEXT NOT NULL,
  event TEXT NOT NULL,
  reason TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) STRICT;
INSERT INTO unlinked (page) SELECT number FROM pages;
