select n'a;b', b'101', x'1f;' ; select N';';
