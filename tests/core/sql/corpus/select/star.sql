select *, t.*, (t).*, count(*) over () from (select 1 as a) t group by t.a, t.*;
