import type { PlopTypes } from "@turbo/gen";
import { commandGenerator } from "./command.ts";
import { eventGenerator } from "./event.ts";
import { vendorGenerator } from "./vendor.ts";
import { workflowGenerator } from "./workflow.ts";

/** What `pnpm new` can write. */
export default function configure(plop: PlopTypes.NodePlopAPI): void {
  const root = plop.getDestBasePath();
  plop.setGenerator("event", eventGenerator(root));
  plop.setGenerator("workflow", workflowGenerator(root));
  plop.setGenerator("command", commandGenerator(root));
  plop.setGenerator("vendor", vendorGenerator(root));
}
