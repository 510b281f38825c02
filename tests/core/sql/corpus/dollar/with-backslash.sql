select $$\;$$ as a, $$\d$$ as b; select 2;
