begin; declare c no scroll cursor with hold for select x from generate_series(1, 10) x; fetch 2 from c; fetch forward all in c; move backward 1 in c; close c; commit;
