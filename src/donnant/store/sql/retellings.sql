-- Claims that retell another of their origin, in order.
SELECT
    claim,
    original,
    types
FROM retellings
ORDER BY place;
