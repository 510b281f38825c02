select length('first'
'second'), upper('a' -- why
  'b');
