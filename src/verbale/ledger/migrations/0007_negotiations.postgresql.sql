-- Negotiations and promises that are told again, made when pages are weighed. Every page that is there is weighed anew.
CREATE TABLE talk_stale (
  sides TEXT NOT NULL,
  theme TEXT NOT NULL,
  PRIMARY KEY (sides, theme)
);
CREATE TABLE talks (
  id TEXT NOT NULL,
  sides TEXT NOT NULL,
  theme TEXT NOT NULL,
  issues TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  pages BIGINT NOT NULL,
  meetings BIGINT NOT NULL,
  runs TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX talks_by_last ON talks (last, pages, id);
CREATE TABLE talk_pages (
  talk TEXT NOT NULL,
  day TEXT NOT NULL,
  page BIGINT NOT NULL,
  PRIMARY KEY (talk, day, page),
  FOREIGN KEY (talk) REFERENCES talks (id) ON DELETE CASCADE,
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX talk_pages_by_page ON talk_pages (page);
CREATE TABLE pledge_again (
  page BIGINT NOT NULL,
  item TEXT NOT NULL,
  other_page BIGINT NOT NULL,
  other TEXT NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (page, item, other_page, other),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE,
  FOREIGN KEY (other_page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX pledge_again_by_other ON pledge_again (other_page);
DELETE FROM unweighed;
INSERT INTO unweighed (page) SELECT number FROM pages;
