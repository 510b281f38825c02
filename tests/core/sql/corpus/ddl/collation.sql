create collation if not exists c (provider = libc, locale = 'C'); drop collation c; alter collation "C" refresh version;
