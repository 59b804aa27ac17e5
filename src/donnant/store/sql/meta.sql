-- What the file is, in order.
SELECT
    key,
    value
FROM meta
ORDER BY key;
