create or replace procedure begin(a int) language sql as 'select 1';
call begin(1);
