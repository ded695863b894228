-- Talks. Every page that is there is weighed anew, which gathers them.
CREATE TABLE talk_places (
  page INTEGER NOT NULL,
  theme TEXT NOT NULL,
  sides TEXT NOT NULL,
  day TEXT NOT NULL,
  issue TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  PRIMARY KEY (page, theme, sides),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX talk_places_by_sides ON talk_places (sides, theme, day);
CREATE TABLE talk_runs (
  sides TEXT NOT NULL,
  theme TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  issue TEXT NOT NULL,
  pages INTEGER NOT NULL,
  days INTEGER NOT NULL,
  meetings INTEGER NOT NULL,
  PRIMARY KEY (sides, theme, first)
) WITHOUT ROWID, STRICT;
DELETE FROM unweighed;
INSERT INTO unweighed (page) SELECT number FROM pages;
