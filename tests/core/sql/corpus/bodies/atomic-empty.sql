create function nothing() returns void language sql begin atomic end; select 1;
