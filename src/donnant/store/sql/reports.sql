-- The reports read, in order.
SELECT
    hash,
    name,
    text,
    blocks,
    title,
    publisher,
    author,
    date,
    language,
    url,
    noise
FROM reports
ORDER BY place;
