import { useEffect, useState } from "preact/hooks";
import type { RunDetail, StepView } from "../../api-types.ts";
import { checkJson, type JsonProblem, prettyJson, problemAt } from "../model/json.ts";
import { ActionButton, ErrorLine } from "../parts/basics.tsx";
import { JsonEditor } from "../parts/json-editor.tsx";
import { getText } from "../runtime/api.ts";
import { useAction } from "../runtime/hooks.ts";
import { startRun } from "../runtime/start-run.ts";

interface RerunFromProps {
  step: StepView;
  run: RunDetail;
  /** Where the whole input is read. */
  source: string;
}

/** Edits the arguments of a step and runs the function again from there. */
export function RerunFrom({ step, run, source }: RerunFromProps) {
  const [text, setText] = useState(() => (step.input?.complete ? prettyJson(step.input.text) : ""));
  const { start: loadInput, error } = useAction(async () => setText(prettyJson(await getText(source))));
  useEffect(() => {
    if (!step.input?.complete) loadInput();
  }, []);
  const { input, problem } = checkInput(text);
  async function rerun() {
    if (!input) return;
    await rerunFrom(run, step, input);
  }
  const submit = useAction(rerun);
  return (
    <section class="rerun-from" aria-label="Other input">
      <p class="hint">
        The arguments of the step's function, as a list. Steps before this one keep their results.
      </p>
      <JsonEditor
        label="Arguments of the step"
        text={text}
        rows={8}
        problem={problem}
        onChange={setText}
        onSubmit={() => submit.start()}
      />
      <ErrorLine error={error ?? submit.error} />
      {input && <ActionButton icon="again" label="Rerun with this input" tone="primary" action={rerun} />}
    </section>
  );
}

/** Runs the function again from a step, with its own input unless another is given. */
export function rerunFrom(run: RunDetail, step: StepView, input?: unknown[]): Promise<void> {
  return startRun(`/runs/${encodeURIComponent(run.id)}/rerun-from`, { stepId: step.id, input });
}

function checkInput(text: string): { input?: unknown[]; problem: JsonProblem | undefined } {
  const checked = checkJson(text);
  if (!checked.ok) return { problem: checked.problem };
  if (!Array.isArray(checked.value))
    return { problem: problemAt(text, 0, "the arguments are a list: [ … ]") };
  return { input: checked.value, problem: undefined };
}
