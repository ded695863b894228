-- Undated pages are linked by the day that events give them, and that day is kept by an item of the page; all pages are linked anew.
DELETE FROM page_days;
ALTER TABLE page_days RENAME COLUMN event TO item;
DELETE FROM unlinked;
INSERT INTO unlinked (page) SELECT number FROM pages;
