select 1 as U&"d\0061;t"; select 2 as u&"b;";
