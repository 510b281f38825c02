with recursive t(id, parent) as (select 1, 0 union all select id + 1, id from t where id < 3) search depth first by id set place cycle id set looped using path select * from t;
