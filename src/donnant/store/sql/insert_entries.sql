-- The lines of the ledger: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO entries
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($id::VARCHAR[]) AS id,
    unnest($kind::VARCHAR[]) AS kind,
    unnest($giver::VARCHAR[]) AS giver,
    unnest($receiver::VARCHAR[]) AS receiver,
    unnest($parties::JSON[]) AS parties,
    unnest($category::VARCHAR[]) AS category,
    unnest($unit::VARCHAR[]) AS unit,
    unnest($item::VARCHAR[]) AS item,
    unnest($when::VARCHAR[]) AS "when",
    unnest($factuality::VARCHAR[]) AS factuality,
    unnest($phase::VARCHAR[]) AS phase,
    unnest($reasons::JSON[]) AS reasons,
    unnest($credibility::INTEGER[]) AS credibility;
