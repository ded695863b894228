-- Talks. Every page that is there is weighed anew, which gathers them.
CREATE TABLE talk_places (
  page BIGINT NOT NULL,
  theme TEXT NOT NULL,
  sides TEXT NOT NULL,
  day TEXT NOT NULL,
  issue TEXT NOT NULL,
  meetings BIGINT NOT NULL,
  PRIMARY KEY (page, theme, sides),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
);
CREATE INDEX talk_places_by_sides ON talk_places (sides, theme, day);
CREATE TABLE talk_runs (
  sides TEXT NOT NULL,
  theme TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  issue TEXT NOT NULL,
  pages BIGINT NOT NULL,
  days BIGINT NOT NULL,
  meetings BIGINT NOT NULL,
  PRIMARY KEY (sides, theme, first)
);
DELETE FROM unweighed;
INSERT INTO unweighed (page) SELECT number FROM pages;
