create function one() returns int language sql return 1;
select one();
