-- Events across pages. Every page that is there is linked when the events are first asked for.
CREATE TABLE unlinked (
  page BIGINT NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE TABLE tellings (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  data BYTEA NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE TABLE telling_keys (
  mark TEXT NOT NULL,
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (mark, page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX telling_keys_by_page ON telling_keys (page);
CREATE TABLE links (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  other_page BIGINT NOT NULL,
  other_item TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (page, item, other_page, other_item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY (other_page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX links_by_other ON links (other_page, other_item);
CREATE TABLE unsettled (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE TABLE events (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  day_from TEXT,
  day_to TEXT,
  place TEXT,
  modality TEXT NOT NULL,
  members BIGINT NOT NULL,
  pages BIGINT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX events_by_day ON events (day);
CREATE TABLE event_members (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  event TEXT NOT NULL,
  category TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY (event) REFERENCES events (id) ON DELETE CASCADE
);
CREATE INDEX event_members_by_event ON event_members (event);
CREATE TABLE contradictions (
  id TEXT NOT NULL,
  event TEXT,
  field TEXT NOT NULL,
  day TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX contradictions_by_day ON contradictions (day);
CREATE INDEX contradictions_by_event ON contradictions (event);
CREATE TABLE contradiction_sources (
  contradiction TEXT NOT NULL,
  position BIGINT NOT NULL,
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  line BIGINT NOT NULL,
  start BIGINT NOT NULL,
  stop BIGINT NOT NULL,
  value TEXT NOT NULL,
  voice TEXT,
  PRIMARY KEY (contradiction, position),
  FOREIGN KEY (contradiction) REFERENCES contradictions (id) ON DELETE CASCADE,
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX contradiction_sources_by_item ON contradiction_sources (page, item);
CREATE TABLE page_days (
  page BIGINT NOT NULL,
  day_from TEXT NOT NULL,
  day_to TEXT NOT NULL,
  event TEXT NOT NULL,
  reason TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
INSERT INTO unlinked (page) SELECT number FROM pages;
