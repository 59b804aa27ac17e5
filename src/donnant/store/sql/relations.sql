-- How one entry stands to another, or one count to a later one, in order.
SELECT
    one,
    other,
    sort
FROM relations
ORDER BY place;
