select U&'a' uescape '
