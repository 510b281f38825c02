select U&'d\0061t\+000061;' as a; select u&';' as b;
