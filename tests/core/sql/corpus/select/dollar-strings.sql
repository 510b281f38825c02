select $$one$$ || $a$two$a$, $$with
newline$$ as x, length($b$ $$ $b$);
