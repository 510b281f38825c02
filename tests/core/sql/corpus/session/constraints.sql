begin; set constraints all deferred; set constraints a, b immediate; set transaction isolation level serializable; rollback;
