-- The lines of the ledger, in order.
SELECT
    id,
    kind,
    giver,
    receiver,
    parties,
    category,
    unit,
    item,
    "when",
    factuality,
    phase,
    reasons,
    credibility
FROM entries
ORDER BY place;
