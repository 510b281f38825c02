select E'a' /* no newline makes it one */ as x; select 2;
