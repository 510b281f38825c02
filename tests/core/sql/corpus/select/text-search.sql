select to_tsvector('a fat cat') @@ to_tsquery('cat & !dog'), 'a:1'::tsvector || 'b:2'::tsvector, phraseto_tsquery('fat cat') <-> 'x'::tsquery;
