-- Everything that changes how the server writes names and values, for this transaction only, so that the same schema
-- reads the same for everyone and nothing sticks to a pooled connection.
select set_config('search_path', '', true),
       set_config('jit', 'off', true),
       set_config('quote_all_identifiers', 'off', true),
       set_config('extra_float_digits', '3', true),
       set_config('DateStyle', 'ISO, YMD', true),
       set_config('IntervalStyle', 'postgres', true),
       set_config('bytea_output', 'hex', true),
       set_config('xmloption', 'content', true),
       set_config('standard_conforming_strings', 'on', true)
