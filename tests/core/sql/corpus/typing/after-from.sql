select * from 
