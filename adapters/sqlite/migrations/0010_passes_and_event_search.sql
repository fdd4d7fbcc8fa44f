-- Which stages a dossier has passed, with the working days that each took; counted over lists without reading histories. It is
-- filled when the lists are computed anew, as the next start does.
ALTER TABLE dossier_list ADD COLUMN passes TEXT NOT NULL DEFAULT '';

-- Auditors read events newest first, within days.
CREATE INDEX events_at ON events (at, seq);
