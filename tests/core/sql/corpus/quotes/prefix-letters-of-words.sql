select 1 as like'a', 2; select date'2020-01-01'; select interval'1 day;';
