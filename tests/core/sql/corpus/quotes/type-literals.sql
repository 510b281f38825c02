select date '2020-02-29', time '10:00;', interval '1 mon' month; select 1;
