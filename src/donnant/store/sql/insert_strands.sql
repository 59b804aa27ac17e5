-- What each origin says of each entry: one list a column, bound; the lists unfold into rows side by side.
INSERT INTO strands
SELECT
    unnest($place::INTEGER[]) AS place,
    unnest($entry::INTEGER[]) AS entry,
    unnest($origin::VARCHAR[]) AS origin,
    unnest($claims::JSON[]) AS claims,
    unnest($reports::JSON[]) AS reports,
    unnest($low::DOUBLE[]) AS low,
    unnest($high::DOUBLE[]) AS high,
    unnest($approx::BOOLEAN[]) AS approx,
    unnest($distorted::JSON[]) AS distorted,
    unnest($doubtful::BOOLEAN[]) AS doubtful;
