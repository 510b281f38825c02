copy (select 1; ) to stdout; select 1;
