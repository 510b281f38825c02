select 'abc''
