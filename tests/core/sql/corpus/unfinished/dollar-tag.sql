select $a$open $$ $b$; select 2;
