import type { EventDetail } from "../../api-types.ts";
import { pathTo } from "../runtime/router.ts";
import { Icon } from "./icon.tsx";
import { RunStatusPill } from "./status.tsx";

/** The runs that an event started, each a way to its page. */
export function RunLinks({ runs }: Pick<EventDetail, "runs">) {
  return (
    <ul class="run-links">
      {runs.map((run) => (
        <li key={run.id}>
          <a href={pathTo("runs", run.id)}>
            <RunStatusPill status={run.status} />
            <span>{run.functionName}</span>
            <Icon name="chevron" size={14} />
          </a>
        </li>
      ))}
    </ul>
  );
}
