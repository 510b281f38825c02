select "a from t;
select 2 as "b";
