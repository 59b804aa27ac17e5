-- The origins, in order.
SELECT
    id,
    name,
    named,
    spellings,
    is_publisher,
    grade
FROM origins
ORDER BY place;
