select f(a := 1, b => 2); select a:=1;
