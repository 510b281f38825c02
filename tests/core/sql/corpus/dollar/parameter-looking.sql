prepare p as select $1::int; execute p(1); deallocate p;
