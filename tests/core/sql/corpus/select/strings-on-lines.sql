select 'first '
  'second '
    'third' as whole, 'x'
'y';
