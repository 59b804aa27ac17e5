-- What the file is: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO meta
SELECT
    unnest($key::VARCHAR[]) AS key,
    unnest($value::VARCHAR[]) AS value;
