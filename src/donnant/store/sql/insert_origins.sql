-- The origins: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO origins
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($id::VARCHAR[]) AS id,
    unnest($name::VARCHAR[]) AS name,
    unnest($named::BOOLEAN[]) AS named,
    unnest($spellings::JSON[]) AS spellings,
    unnest($is_publisher::BOOLEAN[]) AS is_publisher,
    unnest($grade::VARCHAR[]) AS grade,
    unnest($reasons::JSON[]) AS reasons;
