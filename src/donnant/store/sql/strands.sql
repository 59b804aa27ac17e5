-- What each origin says of each entry, in order.
SELECT
    entry,
    origin,
    claims,
    reports,
    low,
    high,
    approx,
    distorted,
    doubtful
FROM strands
ORDER BY place;
