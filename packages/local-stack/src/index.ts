export type { Fault } from "./emulators/faults.ts";
export type { Channel, SentMessage } from "./emulators/outbox.ts";
export {
  type EmulatorName,
  type Emulators,
  type EmulatorsOptions,
  startEmulators,
  type VendorName,
  vendorNames,
} from "./emulators/start-emulators.ts";
export { createDatabase, type Database, type DatabaseOptions } from "./postgres/database.ts";
export { type Postgres, type PostgresOptions, startPostgres } from "./postgres/start-postgres.ts";
