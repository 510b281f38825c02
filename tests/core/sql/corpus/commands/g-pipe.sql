select 1 as a \g | cat > /dev/null; echo \d
select 2;
