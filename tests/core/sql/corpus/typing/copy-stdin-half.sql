copy t from stdi; select 1;
