\:a;
select 1;
