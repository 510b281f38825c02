create procedure p(inout a int) language plpgsql as $$ begin a := a + 1; commit; end $$; alter procedure p(int) owner to current_user; drop procedure p(int);
