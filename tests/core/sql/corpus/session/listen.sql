listen here; notify here, 'a;b'; notify here; unlisten *; unlisten here;
