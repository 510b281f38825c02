select U&'\0061' , U&'!0061' uescape '!', U&"\0062" from (select 1 as b) v;
