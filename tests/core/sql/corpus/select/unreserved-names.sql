select name, value, type, date, index, key, row, data, view from (values (1, 2, 3, 4, 5, 6, 7, 8, 9)) v(name, value, type, date, index, key, row_, data, view);
