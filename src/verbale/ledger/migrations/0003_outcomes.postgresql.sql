-- What became of promises, and what each item is about. Every page that is there is weighed when that is first asked for.
CREATE TABLE unweighed (
  page BIGINT NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE TABLE item_issues (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  issue TEXT NOT NULL,
  depth BIGINT NOT NULL,
  PRIMARY KEY (page, item, issue),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX item_issues_by_issue ON item_issues (issue, page);
CREATE TABLE pledges (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  told TEXT NOT NULL,
  due TEXT NOT NULL,
  lasting BIGINT NOT NULL,
  data BYTEA NOT NULL,
  PRIMARY KEY (page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX pledges_by_due ON pledges (due);
CREATE TABLE deeds (
  page BIGINT NOT NULL,
  place BIGINT NOT NULL,
  data BYTEA NOT NULL,
  PRIMARY KEY (page, place),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE TABLE pledge_keys (
  mark TEXT NOT NULL,
  first TEXT NOT NULL,
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  last TEXT NOT NULL,
  PRIMARY KEY (mark, first, page, item),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX pledge_keys_by_page ON pledge_keys (page);
CREATE TABLE deed_keys (
  mark TEXT NOT NULL,
  day TEXT NOT NULL,
  page BIGINT NOT NULL,
  place BIGINT NOT NULL,
  PRIMARY KEY (mark, day, page, place),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX deed_keys_by_page ON deed_keys (page);
CREATE TABLE answers (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  by_page BIGINT NOT NULL,
  place BIGINT NOT NULL,
  shows TEXT NOT NULL,
  reason TEXT NOT NULL,
  done TEXT NOT NULL,
  told TEXT NOT NULL,
  act TEXT,
  line BIGINT NOT NULL,
  start BIGINT NOT NULL,
  stop BIGINT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (page, item, by_page, place),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY (by_page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX answers_by_page ON answers (by_page);
INSERT INTO unweighed (page) SELECT number FROM pages;
