select $$ -- ; /* ; $$ as a; select 2;
