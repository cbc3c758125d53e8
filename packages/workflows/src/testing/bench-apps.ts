import type { EventClient, EventToSend } from "@org/events";
import { resendEmail } from "@org/integrations/email/resend";
import type { createTestEngine } from "@org/local-engine/test";
import type { Emulators } from "@org/local-stack";
import { smsOncePerKey } from "@org/stores/ledger/sms-once-per-key";
import { postgresMeasurements } from "@org/stores/measurements/postgres";
import type { ProductRecords } from "@org/stores/platform-stores/port";
import type { Pool } from "@org/stores/postgres";
import type { ExpiredSessions } from "@org/stores/sessions/port";
import { emailUnlessSuppressed, smsUnlessSuppressed } from "@org/stores/suppressions/unless-suppressed";
import type { InngestFunction } from "inngest";
import type { WorkflowClient } from "../client.ts";
import type { ServedFunctions } from "../expected-traces.ts";
import { mohallaMartInngest } from "../mohallamart/client.ts";
import { type MohallaMartPorts, mohallaMartFunctions } from "../mohallamart/index.ts";
import { operationsInngest } from "../operations/client.ts";
import { operationsFunctions } from "../operations/index.ts";
import { tenOceanInngest } from "../ten-ocean/client.ts";
import { tenOceanFunctions } from "../ten-ocean/index.ts";
import type { BenchStores } from "./bench-stores.ts";
import { alertsTo, residentsPush, silent, smsThrough, type vendorPorts } from "./bench-vendors.ts";
import { forgetting } from "./forgetful-engine.ts";
import { testTemplates } from "./notification-templates.tsx";

type OwnSource = "web" | "registrations" | "applications";

/** What a test may choose of the apps. */
export interface AppOptions {
  /** Texts to India go by MSG91's registered templates first; all go by Twilio otherwise. */
  indiaByMsg91?: boolean;
  /** Where sessions and the like are kept, given the apps' own; only those unless given. */
  sessionSources?: (own: Record<OwnSource, ExpiredSessions>) => MohallaMartPorts["sessionSources"];
  /** Of the workflows that a schedule starts, only these are served. Default: all. */
  schedulesOf?: readonly string[];
  /** Events that the engine accepts and forgets at once, whoever sends them. Default: none. */
  loses?: (event: EventToSend) => boolean;
}

interface BenchApps extends AppOptions, Pick<MohallaMartPorts, "search" | "archive" | "pictures"> {
  pool: Pool;
  stores: BenchStores;
  vendors: Emulators;
  ports: ReturnType<typeof vendorPorts>;
  now: () => Date;
}

/** The three apps, as the worker serves them, with the vendors' emulators behind their ports. */
export function benchApps({
  indiaByMsg91 = false,
  sessionSources = (own) => own,
  schedulesOf,
  loses = () => false,
  ...bench
}: BenchApps) {
  const { pool, stores, vendors, ports, search, archive, pictures, now } = bench;
  const { deadLetters, doubts, marketplaceRecords, orderLinks, records, registrationLinks } = stores;
  const { sessions, suppressions, traces } = stores;
  const emailFrom = (from: string) =>
    emailUnlessSuppressed(
      resendEmail({ apiKey: vendors.resend.apiKey, from, baseUrl: vendors.resend.url }),
      suppressions,
    );
  const own = ({ stepFailures, sentEvents }: ProductRecords) => ({
    ...{ logger: silent, traces },
    ...{ stepFailures, sentEvents },
  });
  const alerts = alertsTo(vendors, emailFrom("Alerts <alerts@mohallamart.example>"), records.ledger);
  let client: EventClient | undefined;
  const functionIds = new Set<string>();
  const served: ServedFunctions[] = [];

  function serve(inngest: WorkflowClient, all: readonly InngestFunction.Any[]) {
    const functions = all.filter((workflow) => isServed(workflow, schedulesOf));
    for (const workflow of functions) functionIds.add(workflow.id());
    served.push({ client: inngest, functions });
    return { client: inngest, functions };
  }

  const apps: Parameters<typeof createTestEngine>[0]["apps"] = [
    (options) => {
      const inngest = mohallaMartInngest({ ...forgetting(options, loses), ...own(marketplaceRecords) });
      client = inngest;
      const all = mohallaMartFunctions({
        ...stores.mohallaMart,
        inngest,
        ...ports,
        email: emailFrom("MohallaMart <orders@mohallamart.example>"),
        sms: smsUnlessSuppressed(
          smsOncePerKey(smsThrough(vendors, indiaByMsg91), marketplaceRecords.ledger),
          suppressions,
        ),
        search,
        sessions,
        sessionSources: sessionSources({
          web: sessions,
          registrations: stores.tenOcean.registrations,
          applications: stores.mohallaMart.receivedApplications,
        }),
        oldLogs: stores.oldLogs,
        archive,
        pictures,
        alerts,
        deadLetters,
        orderLinks,
        brand: { textLanguages: ["hi-IN", "kn-IN"] },
        webUrl: "https://mohallamart.test",
        now,
      });
      return serve(inngest, all);
    },
    (options) => {
      const inngest = tenOceanInngest({ ...forgetting(options, loses), ...own(records) });
      const all = tenOceanFunctions({
        ...stores.tenOcean,
        inngest,
        email: emailFrom("10 Ocean Tenant Association <office@10ocean.example>"),
        push: residentsPush(vendors),
        templates: testTemplates,
        sessions,
        deadLetters,
        registrationLinks,
        portalUrl: "https://10ocean.test",
      });
      return serve(inngest, all);
    },
    (options) => {
      const inngest = operationsInngest({ ...forgetting(options, loses), ...own(records) });
      const all = operationsFunctions({
        inngest,
        apps: ["mohallamart", "ten-ocean-tenant-assc"],
        deadLetters,
        doubts,
        measurements: postgresMeasurements(pool),
        outbox: stores.outbox,
        suppressions,
        alerts,
        webUrl: "https://mohallamart.test",
      });
      return serve(inngest, all);
    },
  ];
  return {
    apps,
    functionIds,
    served,
    /** What sends events to the engine, once it has begun. */
    client(): EventClient {
      if (!client) throw new Error("The test engine did not create its apps.");
      return client;
    },
  };
}

function isServed(workflow: InngestFunction.Any, schedulesOf: readonly string[] | undefined): boolean {
  const triggers: readonly object[] = workflow.opts.triggers ?? [];
  const hasSchedule = triggers.some((trigger) => "cron" in trigger);
  return !hasSchedule || schedulesOf === undefined || schedulesOf.includes(workflow.id());
}
