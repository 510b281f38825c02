select 'column number one' as column_number_one, 'column number two' as column_number_two, 'column number three' as column_number_three, 'column number four' as column_number_four;
