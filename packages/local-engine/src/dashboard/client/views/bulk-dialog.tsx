import { useEffect, useState } from "preact/hooks";
import type { BulkPreview, BulkProgressView, BulkRequestView, RunStatus } from "../../api-types.ts";
import { countOf } from "../model/format.ts";
import { readTimeRange } from "../model/time-range.ts";
import { ErrorLine } from "../parts/basics.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Select, useApps } from "../parts/filters.tsx";
import { Icon } from "../parts/icon.tsx";
import { getJson, postJson } from "../runtime/api.ts";
import { useAction, useResource } from "../runtime/hooks.ts";
import type { Route } from "../runtime/router.ts";

type Action = BulkRequestView["action"];

const actions: readonly [Action, string][] = [
  ["replay", "Replay runs that have ended"],
  ["cancel", "Cancel runs in progress"],
];
const statusesOf: Record<Action, readonly RunStatus[]> = {
  cancel: ["Queued", "Running"],
  replay: ["Failed", "Cancelled", "Skipped", "Completed"],
};
const pollInterval = 300;

/** Acts on all runs of a function, some statuses and a time; begins with what the list is filtered by. */
export function BulkDialog({ route, onClose }: { route: Route; onClose: () => void }) {
  const filtered = route.query.get("status");
  const isOpenStatus = statusesOf.cancel.some((status) => status === filtered);
  const [action, setAction] = useState<Action>(isOpenStatus ? "cancel" : "replay");
  const [functionId, setFunctionId] = useState(route.query.get("function") ?? "");
  const [statuses, setStatuses] = useState<readonly RunStatus[]>(() => firstStatuses(action, filtered));
  const [range] = useState(() => readTimeRange(route.query, Date.now()));
  const request: Omit<BulkRequestView, "id"> = {
    action,
    statuses,
    ...(functionId === "" ? {} : { functionId }),
    ...(range.after === undefined ? {} : { queuedAfter: range.after }),
    ...(range.before === undefined ? {} : { queuedBefore: range.before }),
  };
  function changeAction(next: string) {
    const known = actions.find(([name]) => name === next)?.[0] ?? "replay";
    setAction(known);
    setStatuses(firstStatuses(known, filtered));
  }
  return (
    <Dialog title="Many runs at once" onClose={onClose}>
      <div class="bulk">
        <Select label="What to do" value={action} choices={actions} isSet={false} onChange={changeAction} />
        <FunctionSelect value={functionId} onChange={setFunctionId} />
        <fieldset>
          <legend>With the status</legend>
          {statusesOf[action].map((status) => (
            <label key={status} class="check">
              <input
                type="checkbox"
                checked={statuses.includes(status)}
                onChange={() => setStatuses(toggled(statuses, status))}
              />
              {status}
            </label>
          ))}
        </fieldset>
        <p class="hint">{rangeText(range)}</p>
        <BulkRun key={JSON.stringify(request)} request={request} />
      </div>
    </Dialog>
  );
}

function FunctionSelect({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const functions = useApps().flatMap((app) => app.functions);
  const choices = functions.map(({ id, name }): [string, string] => [id, name]);
  return (
    <Select
      label="Of the function"
      value={value}
      choices={[["", "All functions"], ...choices]}
      isSet={value !== ""}
      onChange={onChange}
    />
  );
}

/** How many it would be; then, once started, how far it is; then the same for what was over the limit. */
function BulkRun({ request }: { request: Omit<BulkRequestView, "id"> }) {
  const [after, setAfter] = useState<string>();
  return (
    <BulkPart
      key={after}
      request={{ ...request, ...(after === undefined ? {} : { after }) }}
      goOn={setAfter}
    />
  );
}

interface BulkPartProps {
  request: Omit<BulkRequestView, "id">;
  /** Takes the runs after the one with this id. */
  goOn: (after: string) => void;
}

function BulkPart({ request, goOn }: BulkPartProps) {
  // One id for this dialog's request: a second click, or a repeated request, does nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const [progress, setProgress] = useState<BulkProgressView>();
  const { data: preview, error: previewError } = useResource(
    id,
    () =>
      request.statuses.length === 0
        ? Promise.resolve(nothing)
        : postJson<BulkPreview>("/bulk/preview", request),
    (change) => change.runs.length > 0,
  );
  const { start, isBusy, error } = useAction(async () =>
    setProgress(await postJson<BulkProgressView>("/bulk", { ...request, id })),
  );
  useEffect(() => {
    if (progress?.state !== "running") return;
    const timer = setTimeout(
      () => void getJson<BulkProgressView>(`/bulk/${id}`).then(setProgress),
      pollInterval,
    );
    return () => clearTimeout(timer);
  }, [progress]);
  if (progress) return <ProgressView progress={progress} goOn={goOn} />;
  const matching = preview?.matching ?? 0;
  const count = Math.min(matching, preview?.limit ?? 0);
  const verb = request.action === "cancel" ? "Cancel" : "Replay";
  return (
    <>
      <p class="bulk-count" role="status">
        {preview === undefined ? "Counting…" : countText(matching, preview.limit)}
      </p>
      <button
        type="button"
        class={`button ${request.action === "cancel" ? "danger" : "primary"}`}
        disabled={isBusy || count === 0}
        onClick={() => start()}
      >
        <Icon name={request.action === "cancel" ? "ban" : "again"} size={14} />
        {verb} {countOf(count, "run")}
      </button>
      <ErrorLine error={error ?? previewError} />
    </>
  );
}

const nothing: BulkPreview = { matching: 0, limit: 0 };

function ProgressView({ progress, goOn }: { progress: BulkProgressView; goOn: (after: string) => void }) {
  const { action, state, total, matching, done, passedOver, last, error } = progress;
  const left = matching - total;
  const word = action === "cancel" ? "cancelled" : "replayed";
  return (
    <div class="bulk-progress">
      <progress aria-label="Progress" value={done + passedOver} max={Math.max(total, 1)} />
      <p role="status">
        {state === "running" ? "Working: " : "Done: "}
        {countOf(done, "run")} {word}
        {passedOver > 0 && `, ${passedOver} passed over`}.
      </p>
      {state === "finished" && left > 0 && last !== undefined && (
        <button type="button" class="button plain" onClick={() => goOn(last)}>
          Go on with the other {left.toLocaleString("en")}
        </button>
      )}
      <ErrorLine error={error} />
    </div>
  );
}

function firstStatuses(action: Action, filtered: string | null): readonly RunStatus[] {
  const found = statusesOf[action].filter((status) => status === filtered);
  if (found.length > 0) return found;
  return action === "cancel" ? statusesOf.cancel : ["Failed"];
}

function toggled(statuses: readonly RunStatus[], status: RunStatus): readonly RunStatus[] {
  return statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status];
}

function countText(matching: number, limit: number): string {
  if (matching === 0) return "No run matches.";
  const all = `${countOf(matching, "run")} ${matching === 1 ? "matches" : "match"}`;
  return matching > limit && limit > 0
    ? `${all}; the oldest ${limit.toLocaleString("en")} are taken.`
    : `${all}.`;
}

function rangeText({ after, before }: { after?: number; before?: number }): string {
  if (after === undefined && before === undefined)
    return "Queued at any time. Filter the list by time to narrow this.";
  const moment = (time: number) => new Date(time).toLocaleString();
  const from = after === undefined ? "" : ` after ${moment(after)}`;
  const to = before === undefined ? "" : ` before ${moment(before)}`;
  return `Queued${from}${from && to ? " and" : ""}${to}, as the list is filtered.`;
}
