-- Pairs of origins that may be one: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO questions
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($one::VARCHAR[]) AS one,
    unnest($other::VARCHAR[]) AS other,
    unnest($why::VARCHAR[]) AS why;
