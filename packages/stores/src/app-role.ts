import { type IsInstance, recognised } from "@org/integrations/recognised";
import pg from "pg";

const schemas = ["platform", "mohallamart", "ten_ocean"];

/** The role that was named cannot be that of the apps. `message` says why and what to do. */
export class AppRoleError extends Error {
  static readonly isInstance: IsInstance<AppRoleError> = recognised(this, "@org/stores/AppRoleError");
  override readonly name = "AppRoleError";
}

/**
 * Lets a role of the database do what the apps do, and nothing else: read and write rows, but change, empty or drop no
 * table. The tables of later migrations are allowed to it as well, as long as the same role as now makes them. Safe to
 * repeat.
 *
 * @param databaseUrl with the role that owns the tables, not through a pooler in transaction mode
 * @param role exists, and may log in
 * @throws AppRoleError when there is no such role, or when the tables are its own
 */
export async function allowApp(databaseUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await checkRole(client, role);
    await client.query(`begin; ${grantsTo(pg.escapeIdentifier(role))} commit`);
  } finally {
    await client.end();
  }
}

async function checkRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ isOwner: boolean }>(
    `select rolsuper or pg_has_role(rolname, current_user, 'member') as "isOwner" from pg_roles where rolname = $1`,
    [role],
  );
  const [found] = rows;
  if (!found)
    throw new AppRoleError(
      `The database has no role ${role}. Create it first: create role "${role}" login password '…'.`,
    );
  if (found.isOwner)
    throw new AppRoleError(
      `The role ${role} may do everything that the tables' owner may. Name a role of the apps alone.`,
    );
}

/** Of the migrations the apps read how far they are. */
function grantsTo(role: string): string {
  const ofEach = schemas.map(
    (schema) => `
      grant usage on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant usage, select on all sequences in schema ${schema} to ${role};
      alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role};
      alter default privileges in schema ${schema} grant usage, select on sequences to ${role};`,
  );
  return `${ofEach.join("")}
    grant usage on schema drizzle to ${role};
    grant select on all tables in schema drizzle to ${role};`;
}
