select $größe$ ; $größe$ as a; select $数$;$数$ as b;
