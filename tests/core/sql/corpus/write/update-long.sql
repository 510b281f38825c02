create table t (first_column integer, second_column text, third_column timestamp);
update t set first_column = first_column + 1, second_column = upper(second_column) || ' changed', third_column = now() where first_column > 10 and second_column like 'a%';
