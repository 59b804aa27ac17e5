-- The faults found: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO problems
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($file::VARCHAR[]) AS file,
    unnest($slug::VARCHAR[]) AS slug,
    unnest($text::VARCHAR[]) AS text;
