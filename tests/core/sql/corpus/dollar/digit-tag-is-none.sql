select $1a$ ; select $2b$ ;
