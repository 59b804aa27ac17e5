-- The origins, in order.
SELECT
    id,
    name,
    named,
    spellings,
    is_publisher,
    grade,
    reasons
FROM origins
ORDER BY place;
