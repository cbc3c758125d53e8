import { useState } from "preact/hooks";
import type { AppView, RunStatus } from "../../api-types.ts";
import { hasCustomRange, periods, toLocalField } from "../model/time-range.ts";
import { getJson } from "../runtime/api.ts";
import { useResource } from "../runtime/hooks.ts";
import { type Route, setQueries, setQuery } from "../runtime/router.ts";

type Choices = readonly (readonly [value: string, text: string])[];

const runStatuses: readonly RunStatus[] = [
  "Queued",
  "Running",
  "Completed",
  "Failed",
  "Cancelled",
  "Skipped",
];

interface ChoiceProps {
  route: Route;
  /** The parameter in the address. */
  name: string;
  label: string;
  choices: Choices;
}

/** A filter that lives in the address. */
function Choice({ route, name, label, choices }: ChoiceProps) {
  const value = route.query.get(name) ?? "";
  return (
    <Select
      label={label}
      value={value}
      choices={choices}
      isSet={value !== ""}
      onChange={(next) => setQuery(name, next)}
    />
  );
}

interface SelectProps {
  label: string;
  value: string;
  choices: Choices;
  isSet: boolean;
  onChange: (value: string) => void;
}

export function Select({ label, value, choices, isSet, onChange }: SelectProps) {
  const known = choices.some(([choice]) => choice === value);
  return (
    <select
      aria-label={label}
      class={isSet ? "set" : ""}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      {!known && <option value={value}>{value}</option>}
      {choices.map(([choice, text]) => (
        <option key={choice} value={choice}>
          {text}
        </option>
      ))}
    </select>
  );
}

export function StatusChoice({ route }: { route: Route }) {
  const choices = runStatuses.map((name): [string, string] => [name, name]);
  return <Choice route={route} name="status" label="Status" choices={[["", "Any status"], ...choices]} />;
}

export function FunctionChoice({ route }: { route: Route }) {
  const apps = useApps();
  const choices = apps.flatMap((app) => app.functions).map(({ id, name }): [string, string] => [id, name]);
  return (
    <Choice route={route} name="function" label="Function" choices={[["", "All functions"], ...choices]} />
  );
}

export function AppChoice({ route }: { route: Route }) {
  const ids = useApps().flatMap(({ id }) => id ?? []);
  if (ids.length < 2) return null;
  const choices = ids.map((id): [string, string] => [id, id]);
  return <Choice route={route} name="app" label="App" choices={[["", "All apps"], ...choices]} />;
}

export function NameChoice({ route }: { route: Route }) {
  const { data: names = [] } = useResource(
    "event-names",
    () => getJson<{ name: string }[]>("/event-names"),
    (change) => change.events || change.apps,
  );
  const choices = names.map(({ name }): [string, string] => [name, name]);
  return <Choice route={route} name="name" label="Event name" choices={[["", "All names"], ...choices]} />;
}

export function useApps(): AppView[] {
  const { data = [] } = useResource(
    "apps",
    () => getJson<AppView[]>("/apps"),
    (change) => change.apps,
  );
  return data;
}

const custom = "custom";
const hour = 3_600_000;

/** A period before now, or two moments. */
export function TimeChoice({ route }: { route: Route }) {
  const [isOpen, setIsOpen] = useState(hasCustomRange(route.query));
  const since = route.query.get("since") ?? "";
  const isCustom = isOpen || hasCustomRange(route.query);
  function choose(value: string) {
    setIsOpen(value === custom);
    if (value === custom) setQueries({ since: undefined, from: toLocalField(Date.now() - hour) });
    else setQueries({ since: value, from: undefined, to: undefined });
  }
  return (
    <>
      <Select
        label="Time"
        value={isCustom ? custom : since}
        choices={[["", "Any time"], ...periods, [custom, "From … to …"]]}
        isSet={isCustom || since !== ""}
        onChange={choose}
      />
      {isCustom && (
        <span class="moments">
          <MomentField route={route} name="from" label="From" />
          <MomentField route={route} name="to" label="To" />
        </span>
      )}
    </>
  );
}

function MomentField({ route, name, label }: { route: Route; name: string; label: string }) {
  return (
    <input
      type="datetime-local"
      aria-label={label}
      title={label}
      value={route.query.get(name) ?? ""}
      onChange={({ currentTarget }) => setQuery(name, currentTarget.value)}
    />
  );
}
