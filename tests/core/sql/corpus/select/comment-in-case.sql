select case -- what
  when true -- first
    then 1 /* one */
  -- otherwise
  else 2
end -- done
as x;
