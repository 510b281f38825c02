do $$
begin
  perform 1;
