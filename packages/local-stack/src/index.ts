export type { EmulatorsState, VendorState } from "./emulators/control.ts";
export {
  disputePayment,
  lapseAuthorisation,
  payAtCheckout,
  settleRefunds,
  subscribeDevice,
} from "./emulators/customers.ts";
export type { Fault } from "./emulators/faults.ts";
export type { Channel, SentMessage } from "./emulators/outbox.ts";
export {
  type EmulatorName,
  type Emulators,
  type EmulatorsOptions,
  startEmulators,
} from "./emulators/start-emulators.ts";
export { type VendorName, vendorNames } from "./emulators/vendors.ts";
export { createDatabase, type Database, type DatabaseOptions } from "./postgres/database.ts";
export { type Postgres, type PostgresOptions, startPostgres } from "./postgres/start-postgres.ts";
export type { Commands, CommandsInput } from "./stack/commands.ts";
export { CrashError } from "./stack/crash-error.ts";
export { type AppName, type Stack, type StackOptions, startStack } from "./stack/start-stack.ts";
