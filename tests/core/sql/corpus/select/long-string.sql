select 'one string that is longer than a line can be, so that nothing can be done about it, whatever one tries' as a, 1 as b;
