select U&'d!0061t;' uescape '!' as a; select 2;
