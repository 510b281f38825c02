create function begin() returns int language sql return 1;
select begin();
