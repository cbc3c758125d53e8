import { pingDatabase } from "#src/database.ts";
import { log } from "#src/log.ts";

export const dynamic = "force-dynamic";

/** 200 when pages can be served, 503 while the database does not answer. */
export async function GET() {
  try {
    await pingDatabase();
    return Response.json({ status: "ok" });
  } catch (error) {
    log.warn({ error }, "the database does not answer");
    return Response.json({ status: "unavailable", reason: "the database does not answer" }, { status: 503 });
  }
}
