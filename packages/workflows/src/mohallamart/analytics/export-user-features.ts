import type { UserFeatures } from "@org/stores/mohallamart/port";
import { cron, type InngestFunction, NonRetriableError } from "inngest";
import { eventTime } from "../../event-time.ts";
import { toNdjson } from "../../ndjson.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";
import { dayAt } from "./calendar.ts";

/** Users in one file. */
const pageSize = 5_000;

/** Inngest allows 1,000 steps in a run. */
const maximumPages = 900;

type Ports = Uses<{ inngest: true; analytics: "features"; archive: "put"; brand: true }>;

/**
 * Writes what models learn from into the archive, every week: counts and times per user id, and nothing that says who
 * that is. `exports/user-features/<day>/` gets compressed NDJSON files, and at last `complete.json`, which names them:
 * without it the day's export is not whole. A run that goes on after a crash, or is repeated, writes the same names.
 */
export function exportUserFeatures({ inngest, analytics, archive, ...ports }: Ports): InngestFunction.Any {
  const { timeZone } = brandOf(ports);
  return inngest.createFunction(
    { id: "export-user-features", triggers: [cron(`TZ=${timeZone} 15 4 * * 0`)], retries: defaultRetries },
    async ({ event, step }) => {
      const folder = `exports/user-features/${dayAt(eventTime(event), timeZone)}`;
      const files: string[] = [];
      let users = 0;
      let after: string | undefined;
      do {
        const file = `${folder}/${String(files.length + 1).padStart(5, "0")}.ndjson.gz`;
        const page: Page = await step.run(`export-page:${files.length + 1}`, async () => {
          const features = await analytics.features({ after, limit: pageSize });
          await archive.put(file, await toNdjson(features));
          return pageOf(features);
        });
        files.push(file);
        users += page.users;
        after = page.next;
      } while (after !== undefined && files.length < maximumPages);
      if (after !== undefined) {
        throw new NonRetriableError(`More users than ${maximumPages} files hold: make the files larger.`);
      }
      await step.run("complete-export", () =>
        archive.put(`${folder}/complete.json`, Buffer.from(JSON.stringify({ users, files }))),
      );
      return { folder, users, files: files.length };
    },
  );
}

interface Page {
  users: number;
  /** The user id that the next page begins behind; absent after the last page. */
  next?: string;
}

function pageOf(features: readonly UserFeatures[]): Page {
  const last = features.at(-1);
  return { users: features.length, ...(last && features.length === pageSize ? { next: last.userId } : {}) };
}
