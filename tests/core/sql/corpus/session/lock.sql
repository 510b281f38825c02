begin; create table t (a int); lock table only t in access exclusive mode nowait; lock t; rollback;
