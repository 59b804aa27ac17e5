-- Rows that came as JSON, each with the columns and types that $shape names.
select unnest(from_json($rows, $shape), max_depth := 2)
