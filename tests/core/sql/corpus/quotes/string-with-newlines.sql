select 'first;
second;
third' as text; select 2;
