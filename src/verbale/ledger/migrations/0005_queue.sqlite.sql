-- The order of the queue in which items wait to be judged.
CREATE INDEX items_by_doubt ON items (category, confidence, day DESC, page, start, id);
