-- The faults found, in order.
SELECT
    file,
    slug,
    text
FROM problems
ORDER BY place;
