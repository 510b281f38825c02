select(1)+(2),'a'||'b',"x".y,x.*from(select 1 as y)as"x"where(1=1)and(2=2)or not(false);
