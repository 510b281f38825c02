alter system set work_mem = '4MB'; alter system reset work_mem; alter database postgres set timezone to 'UTC'; alter database postgres reset timezone;
