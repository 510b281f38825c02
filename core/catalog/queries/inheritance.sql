-- Which table inherits from which, in order of declaration; partitions too.
select i.inhrelid, i.inhparent,
       i.inhdetachpending -- since 14
       -- before 14: false
from pg_catalog.pg_inherits i
join pg_catalog.pg_class c on c.oid = i.inhrelid
where c.relkind in ('r', 'p', 'f')
order by i.inhrelid, i.inhseqno
