export { type ConvexDocument, type LocalConvex, startConvex } from "./convex/start-convex.ts";
export type { EmulatorsState, VendorState } from "./emulators/control.ts";
export {
  disputePayment,
  lapseAuthorisation,
  type ParcelReport,
  payAtCheckout,
  reportParcel,
  settleRefunds,
  subscribeDevice,
  textToTwilio,
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
export { type Authority, type Certificate, createAuthority } from "./network/certificates.ts";
export { freePort } from "./network/ports.ts";
export { createDatabase, type Database, type DatabaseOptions } from "./postgres/database.ts";
export { type Postgres, type PostgresOptions, startPostgres } from "./postgres/start-postgres.ts";
export { type Guardian, startGuardian } from "./processes/guardian.ts";
export {
  type Command,
  describeExit,
  type Exit,
  launch,
  type ManagedProcess,
  signalGroup,
} from "./processes/managed-process.ts";
export { type Commands, type CommandsInput, findRoot, repositoryCommands } from "./stack/commands.ts";
export { CrashError } from "./stack/crash-error.ts";
export { appEnvironment } from "./stack/environment.ts";
export { choosePorts, type Ports } from "./stack/ports.ts";
export { runToEnd } from "./stack/services.ts";
export { type AppName, type Stack, type StackOptions, startStack } from "./stack/start-stack.ts";
