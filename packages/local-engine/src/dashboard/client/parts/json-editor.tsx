import { useId, useRef } from "preact/hooks";
import type { JsonProblem } from "../model/json.ts";
import { Icon } from "./icon.tsx";

interface JsonEditorProps {
  label: string;
  text: string;
  rows?: number;
  problem: JsonProblem | undefined;
  /** Said in place of the state of a text that was not touched yet. */
  hint?: string | undefined;
  onChange: (text: string) => void;
  /** Called on Ctrl+Enter or ⌘+Enter. */
  onSubmit: () => void;
}

/** A text field for JSON that says where a mistake is and goes there. */
export function JsonEditor({ label, text, rows = 14, problem, hint, onChange, onSubmit }: JsonEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  function goToProblem() {
    if (!problem || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(problem.offset, Math.min(text.length, problem.offset + 1));
  }
  return (
    <div class={problem && hint === undefined ? "json-editor wrong" : "json-editor"}>
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={problem !== undefined && hint === undefined}
        aria-describedby={problemId}
        rows={rows}
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
        }}
      />
      <div class="json-state" id={problemId} aria-live="polite">
        {hint !== undefined ? (
          <span class="hint">{hint}</span>
        ) : problem ? (
          <button type="button" class="quiet problem" onClick={goToProblem}>
            <Icon name="alert" size={14} />
            Line {problem.line}, column {problem.column}: {problem.message}
          </button>
        ) : (
          <span class="fine">
            <Icon name="check" size={14} />
            Valid
          </span>
        )}
      </div>
    </div>
  );
}
