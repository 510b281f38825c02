/* 1 /* 2 /* 3 /* 4; */ */ ; */ */ select 1; select 2;
