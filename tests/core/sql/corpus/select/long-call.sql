select concat('the first argument of it', 'the second argument of it', upper('the third argument of it'), lower(concat('nested', 'again')));
