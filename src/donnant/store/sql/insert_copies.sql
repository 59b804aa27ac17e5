-- Reports that are another one over again: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO copies
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($report::VARCHAR[]) AS report,
    unnest($head::VARCHAR[]) AS head,
    unnest($sort::VARCHAR[]) AS sort,
    unnest($share::DOUBLE[]) AS share;
