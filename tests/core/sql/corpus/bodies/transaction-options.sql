begin isolation level serializable, read only; select 1; end; start transaction; rollback;
