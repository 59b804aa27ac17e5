-- The origins, in order.
SELECT
    id,
    name,
    named,
    spellings,
    is_publisher
FROM origins
ORDER BY place;
