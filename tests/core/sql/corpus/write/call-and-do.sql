create procedure p(a int, inout b int default 1) language sql as 'select 1';
call p(1, b => 2); do 'begin null; end';
