\h select \ a;
select 1;
