-- What the lists' queries need to know of an entry beside the dossier.

-- Its assignee has the step to himself. Until the lists are computed anew, as the next start does, nobody has.
ALTER TABLE dossier_list ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved IN (0, 1));

-- It came after one with a greater id. All others stand in the order of their ids by their numbers as well, which is the
-- order in which the index of the search gives them, so a search reads no further than its page.
ALTER TABLE dossier_list ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
UPDATE dossier_list SET late = 1 WHERE entry IN (
  SELECT entry FROM (
    SELECT entry, id, max(id) OVER (ORDER BY entry ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS greatest
    FROM dossier_list)
  WHERE id < greatest);
CREATE INDEX dossier_list_late ON dossier_list (id) WHERE late = 1;
