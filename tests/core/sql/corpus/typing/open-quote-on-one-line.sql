select * from t where name = 'O'Brien';
select 'fine';
