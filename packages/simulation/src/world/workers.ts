import type { EventClient } from "@org/events";
import type { AppFactory } from "@org/local-engine/test";
import { mohallaMartFunctions, mohallaMartInngest } from "@org/workflows/mohallamart";
import { operationsFunctions, operationsInngest } from "@org/workflows/operations";
import { tenOceanFunctions, tenOceanInngest } from "@org/workflows/ten-ocean";
import { Inngest, Middleware } from "inngest";
import { type CityPorts, webUrl } from "./ports.ts";
import { understandingBoth } from "./release.ts";
import { silent } from "./silent.ts";

export interface StartedStep {
  functionId: string;
  stepId: string;
}

export interface WorkersOptions {
  ports: CityPorts;
  /** Told of every step before it runs, in time to have the worker lost after exactly this one. */
  onStep: (step: StartedStep) => void;
  /** Given the client through which the relay sends. */
  onClient: (client: EventClient) => void;
}

/** The worker's three apps, for the engine to start, and to start again whenever it loses one. */
export function workersOf({ ports, onStep, onClient }: WorkersOptions): AppFactory[] {
  const { mohallaMart, tenOcean, emailOf, pushOf, paymentNotices: _, outbox: __, ...shared } = ports;
  const watched = watchSteps(onStep);
  return [
    (options) => {
      const inngest = mohallaMartInngest({ ...options, logger: silent });
      inngest.middleware.push(watched);
      // As in the worker: what the emitters parsed already is not checked again.
      onClient(new Inngest({ ...options, id: "outbox-relay", logger: silent }));
      const email = emailOf("mohallamart");
      const push = pushOf({ product: "mohallamart" });
      const sessionSources = {
        web: ports.sessions,
        registrations: tenOcean.registrations,
        applications: mohallaMart.receivedApplications,
      };
      const functions = mohallaMartFunctions({
        ...{ ...mohallaMart, ...shared, inngest, email, push, sessionSources, webUrl },
      });
      return { client: inngest, functions: understandingBoth(functions) };
    },
    (options) => {
      const inngest = tenOceanInngest({ ...options, logger: silent });
      inngest.middleware.push(watched);
      const email = emailOf("ten-ocean");
      const push = pushOf({ product: "ten-ocean" });
      const { sessions, deadLetters, registrationLinks } = ports;
      const functions = tenOceanFunctions({
        ...{ ...tenOcean, inngest, email, push, sessions, deadLetters, registrationLinks, portalUrl: webUrl },
      });
      return { client: inngest, functions };
    },
    (options) => {
      const inngest = operationsInngest({ ...options, logger: silent });
      inngest.middleware.push(watched);
      const apps = ["mohallamart", "ten-ocean-tenant-assc"];
      const { deadLetters, doubts, measurements, outbox, suppressions, alerts } = ports;
      const asked = { deadLetters, doubts, measurements, outbox, suppressions, alerts };
      return { client: inngest, functions: operationsFunctions({ inngest, apps, ...asked, webUrl }) };
    },
  ];
}

function watchSteps(onStep: WorkersOptions["onStep"]): Middleware.Class {
  return class extends Middleware.BaseMiddleware {
    readonly id = "simulation:steps";
    override wrapStepHandler({ fn, next, stepInfo }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
      onStep({ functionId: fn.id(this.client.id), stepId: stepInfo.options.id });
      return next();
    }
  };
}
