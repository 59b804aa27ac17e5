-- Origins that cannot all be right, in order.
SELECT
    id,
    type,
    entries,
    sides,
    severity,
    ruled,
    settled
FROM conflicts
ORDER BY place;
