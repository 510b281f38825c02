create role "squall_bug Role";
