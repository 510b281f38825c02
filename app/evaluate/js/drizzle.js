// The drizzle-orm for projects that have none installed: its modules by name, each run when it is asked for.
module.exports = {
    'drizzle-orm': () => require('drizzle-orm'),
    'drizzle-orm/pg-core': () => require('drizzle-orm/pg-core'),
    'drizzle-orm/neon': () => require('drizzle-orm/neon'),
    'drizzle-orm/supabase': () => require('drizzle-orm/supabase'),
    'drizzle-orm/relations': () => require('drizzle-orm/relations'),
    'drizzle-orm/sql': () => require('drizzle-orm/sql'),
    'drizzle-orm/column': () => require('drizzle-orm/column'),
    'drizzle-orm/entity': () => require('drizzle-orm/entity'),
    'drizzle-orm/table': () => require('drizzle-orm/table'),
    'drizzle-orm/utils': () => require('drizzle-orm/utils'),
};
