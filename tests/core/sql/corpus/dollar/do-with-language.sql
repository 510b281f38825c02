do language plpgsql $$ begin null; end; $$; select 1;
