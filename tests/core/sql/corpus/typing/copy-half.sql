copy t from
