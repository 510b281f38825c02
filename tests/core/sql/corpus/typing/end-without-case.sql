select end; select 1 end; end;
