-- Claims that retell another of their origin: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO retellings
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($claim::VARCHAR[]) AS claim,
    unnest($original::VARCHAR[]) AS original,
    unnest($types::JSON[]) AS types;
