select case when true then 1 end; select case 1 when 1 then 2 else 3 end;
