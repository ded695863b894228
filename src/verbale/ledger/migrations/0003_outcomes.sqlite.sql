-- What became of promises, and what each item is about. Every page that is there is weighed when that is first asked for.
CREATE TABLE unweighed (
  page INTEGER NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) STRICT;
CREATE TABLE item_issues (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  issue TEXT NOT NULL,
  depth INTEGER NOT NULL,
  PRIMARY KEY (page, item, issue),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX item_issues_by_issue ON item_issues (issue, page);
CREATE TABLE pledges (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  told TEXT NOT NULL,
  due TEXT NOT NULL,
  lasting INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX pledges_by_due ON pledges (due);
CREATE TABLE deeds (
  page INTEGER NOT NULL,
  place INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (page, place),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE TABLE pledge_keys (
  mark TEXT NOT NULL,
  first TEXT NOT NULL,
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  last TEXT NOT NULL,
  PRIMARY KEY (mark, first, page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX pledge_keys_by_page ON pledge_keys (page);
CREATE TABLE deed_keys (
  mark TEXT NOT NULL,
  day TEXT NOT NULL,
  page INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (mark, day, page, place),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX deed_keys_by_page ON deed_keys (page);
CREATE TABLE answers (
  page INTEGER NOT NULL,
  item TEXT NOT NULL,
  by_page INTEGER NOT NULL,
  place INTEGER NOT NULL,
  shows TEXT NOT NULL,
  reason TEXT NOT NULL,
  done TEXT NOT NULL,
  told TEXT NOT NULL,
  act TEXT,
  line INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (page, item, by_page, place),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY (by_page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX answers_by_page ON answers (by_page);
INSERT INTO unweighed (page) SELECT number FROM pages;
