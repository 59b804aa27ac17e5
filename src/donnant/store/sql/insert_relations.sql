-- How one entry stands to another, or one count to a later one: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO relations
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($one::VARCHAR[]) AS one,
    unnest($other::VARCHAR[]) AS other,
    unnest($sort::VARCHAR[]) AS sort;
