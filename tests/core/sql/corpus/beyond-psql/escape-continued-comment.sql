select E'a' -- ; a comment between
  -- and another
'b\';' as whole; select 2;
