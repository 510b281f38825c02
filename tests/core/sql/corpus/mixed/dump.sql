--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE FUNCTION pg_temp.f() RETURNS text
    LANGUAGE plpgsql
    AS $$
begin
  return 'a;b';
end;
$$;

--
-- PostgreSQL database dump complete
--

