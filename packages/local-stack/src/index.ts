export { createDatabase, type Database, type DatabaseOptions } from "./postgres/database.ts";
export { type Postgres, type PostgresOptions, startPostgres } from "./postgres/start-postgres.ts";
