-- The days with which pages were weighed that do not tell their own; all pages are weighed anew.
CREATE TABLE weighed_days (
  page INTEGER NOT NULL,
  day_from TEXT NOT NULL,
  day_to TEXT NOT NULL,
  PRIMARY KEY (page),
  FOREIGN KEY (page) REFERENCES pages (number) ON DELETE CASCADE
) STRICT;
DELETE FROM unweighed;
INSERT INTO unweighed (page) SELECT number FROM pages;
