select 1 as one \gset p_ \echo so
select 3;
