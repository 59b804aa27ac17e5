-- Reports that are another one over again, in order.
SELECT
    report,
    head,
    sort,
    share
FROM copies
ORDER BY place;
