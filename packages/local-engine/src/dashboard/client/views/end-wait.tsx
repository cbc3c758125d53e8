import { useState } from "preact/hooks";
import { checkObject } from "../model/json.ts";
import { ActionButton, ErrorLine } from "../parts/basics.tsx";
import { JsonEditor } from "../parts/json-editor.tsx";
import { postJson } from "../runtime/api.ts";
import { useAction } from "../runtime/hooks.ts";

/** Writes the data of the event with which a wait ends. */
export function EndWait({ path }: { path: string }) {
  const [text, setText] = useState("{}");
  const { value: data, problem } = checkObject(text, "the data is an object: { … }");
  async function goOn() {
    if (data) await postJson(`${path}/end-wait`, { data });
  }
  const submit = useAction(goOn);
  return (
    <section class="rerun-from" aria-label="Event to go on with">
      <p class="hint">
        The data of the awaited event. This step alone gets it: nothing is stored, and nothing else starts.
      </p>
      <JsonEditor
        label="Data of the event"
        text={text}
        rows={6}
        problem={problem}
        onChange={setText}
        onSubmit={() => submit.start()}
      />
      <ErrorLine error={submit.error} />
      {data && <ActionButton icon="bolt" label="Go on with this event" tone="primary" action={goOn} />}
    </section>
  );
}
