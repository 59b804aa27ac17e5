-- Pairs of origins that may be one, in order.
SELECT
    one,
    other,
    why
FROM questions
ORDER BY place;
