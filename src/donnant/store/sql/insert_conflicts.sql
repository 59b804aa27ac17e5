-- Origins that cannot all be right: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO conflicts
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($id::VARCHAR[]) AS id,
    unnest($type::VARCHAR[]) AS type,
    unnest($entries::JSON[]) AS entries,
    unnest($sides::JSON[]) AS sides,
    unnest($severity::DOUBLE[]) AS severity,
    unnest($ruled::VARCHAR[]) AS ruled,
    unnest($settled::BOOLEAN[]) AS settled;
