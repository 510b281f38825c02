do $outer$
begin
  execute $inner$ select 'a;b'; $inner$;
  perform $x$;$x$;
end
$outer$; select 2;
