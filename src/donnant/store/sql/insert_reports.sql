-- The reports read: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO reports
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($hash::VARCHAR[]) AS hash,
    unnest($name::VARCHAR[]) AS name,
    unnest($text::VARCHAR[]) AS text,
    unnest($blocks::JSON[]) AS blocks,
    unnest($title::JSON[]) AS title,
    unnest($publisher::JSON[]) AS publisher,
    unnest($author::JSON[]) AS author,
    unnest($date::JSON[]) AS date,
    unnest($language::JSON[]) AS language,
    unnest($url::JSON[]) AS url,
    unnest($noise::JSON[]) AS noise;
