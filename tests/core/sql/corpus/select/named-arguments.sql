select make_interval(days => 1, hours := 2), make_date(2020, month => 1, day => 1);
