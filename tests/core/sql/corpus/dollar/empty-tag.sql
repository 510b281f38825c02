select $$a;b$$ as a; select $$it's "here"$$ as b;
