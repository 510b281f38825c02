selec 1; select from where; create tabel t; select * form t; insert t values (1); drop; ) ; select 1 +; select 'ok';
