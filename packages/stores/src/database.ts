import { IntegrationError } from "@org/integrations/error";
import { DrizzleQueryError } from "drizzle-orm";
import { drizzle, type NodePgDatabase, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import pg from "pg";
import { patiently } from "./patience.ts";
import { settingsOf } from "./pool-settings.ts";
import type { Pool } from "./postgres.ts";
import { transact } from "./transaction.ts";
import { DatabaseUnavailableError, unavailableChannel } from "./unavailable.ts";

export type Database = NodePgDatabase;
/** A database or a transaction on it. */
export type Queryable = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/** The pool's database; what meets a lock is tried again as long as the pool's use allows. */
export function databaseOn(pool: Pool): Database {
  const transaction: Database["transaction"] = (work, config) =>
    patiently(() => transact(pool, work, config), settingsOf(pool));
  return Object.assign(drizzle(pool), { transaction });
}

/**
 * The same methods, with every database failure turned into an `IntegrationError` that holds its SQLSTATE and at
 * most the statement's text, never its values: a `DatabaseUnavailableError` where the database and not the statement is at
 * fault. Other errors pass.
 */
export function guarded<Methods extends object>(port: string, methods: Methods): Methods {
  const entries = Object.entries(methods).map(([name, method]) => [
    name,
    async (...values: unknown[]) => {
      try {
        return await method(...values);
      } catch (error) {
        throw isDatabaseFailure(error) ? databaseError(port, name, error) : error;
      }
    },
  ]);
  return sameMethods<Methods>(Object.fromEntries(entries));
}

/** Guarantees no more than its caller does: that `wrapped` has every method of `Methods`, with its signature. */
function sameMethods<Methods>(wrapped: unknown): Methods {
  return wrapped as Methods;
}

interface DatabaseFailure extends Error {
  code?: string;
  constraint?: string;
}

/** What pools and connections say without a code of their own, and the code that we give it. */
const withoutCode: readonly [message: RegExp, code: string | undefined][] = [
  [/^All connections are in use/, "pool-full"],
  [/^timeout exceeded when trying to connect/, "pool-wait"],
  [/^Query read timeout/, "no-answer"],
  [/^Connection terminated due to connection timeout/, "no-answer"],
  [/^The server does not support SSL connections/, "no-tls"],
  [
    /^(Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/,
    undefined,
  ],
];

function isDatabaseFailure(error: unknown): error is Error {
  return (
    error instanceof DrizzleQueryError ||
    error instanceof pg.DatabaseError ||
    (error instanceof Error &&
      (isSystemError(error) ||
        untrusted.has(codeOf(error)) ||
        withoutCode.some(([said]) => said.test(error.message))))
  );
}

const otherName = "ERR_TLS_CERT_ALTNAME_INVALID";

/** What Node says of a server's certificate, by its codes. */
const untrusted: ReadonlySet<string | undefined> = new Set([
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_SIGNATURE_FAILURE",
  "CERT_HAS_EXPIRED",
  otherName,
]);

function codeOf(error: DatabaseFailure): string | undefined {
  return error.code;
}

function isSystemError(error: Error): boolean {
  return "syscall" in error || error instanceof AggregateError;
}

/** Store methods are idempotent, so whatever is not the statement's own fault may be tried again. */
function databaseError(port: string, method: string, error: Error): IntegrationError {
  const failure: DatabaseFailure = error instanceof DrizzleQueryError && error.cause ? error.cause : error;
  const code = failure.code ?? withoutCode.find(([said]) => said.test(failure.message))?.[1];
  const isFinal = failure instanceof pg.DatabaseError && !isTransient(code);
  const constraint = failure.constraint ? `, constraint ${failure.constraint}` : "";
  const statement = error instanceof DrizzleQueryError ? error.query.slice(0, 300) : "";
  const advice = adviceOn(failure, isFinal, statement);
  const message = `${port} ${method}: Postgres failed (${code ?? "connection lost"}${constraint}). ${advice}`;
  if (isFinal) return new IntegrationError(message, { port, vendor: "postgres", kind: "final", code });
  unavailableChannel.publish({ port, method, code });
  return new DatabaseUnavailableError(message, { port, code });
}

function adviceOn({ message, code }: DatabaseFailure, isFinal: boolean, statement: string): string {
  if (code === otherName) return "The server's certificate is for another name than DATABASE_URL has.";
  if (code === "CERT_HAS_EXPIRED") return "The server's certificate has expired.";
  if (untrusted.has(code))
    return "This process does not trust who signed the server's certificate: name the authority's file in DATABASE_URL, sslrootcert=.";
  if (message.startsWith("The server does not support SSL"))
    return "The server speaks no TLS, which DATABASE_URL asks for.";
  if (message.includes("unsupported startup parameter"))
    return "A pooler in transaction mode answers at this address: set DATABASE_POOLER=transaction and DATABASE_DIRECT_URL.";
  return isFinal ? `The statement is at fault: ${statement}` : "Try again.";
}

/** Connection (08), rollback for serialisation or deadlock (40), resources (53), shutdown (57), lock timeout. */
function isTransient(sqlState: string | undefined): boolean {
  return sqlState === undefined || /^(08|40|53|57)/.test(sqlState) || ["55P03", "25P03"].includes(sqlState);
}

/** What a query must return, as with an aggregate or an insert without a conflict clause. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("A query that always returns a row returned none.");
  return row;
}
