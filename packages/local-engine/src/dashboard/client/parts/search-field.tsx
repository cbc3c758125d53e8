import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../runtime/keyboard.ts";
import { Icon } from "./icon.tsx";

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const typingPause = 180;

/** Searches a moment after the last letter; "/" goes to it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<number | undefined>(undefined);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys({ "/": () => field.current?.select() });
  return (
    <label class="search">
      <Icon name="search" size={14} />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget: { value: next } }) => {
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => onChange(next.trim()), typingPause);
        }}
      />
      <kbd>/</kbd>
    </label>
  );
}

/** Says that older rows are still being looked through, which a list of few rows does not show. */
export function Searching({ list }: { list: { isSearching: boolean } }) {
  return (
    <p class="searching" role="status">
      {list.isSearching && (
        <>
          <Icon name="spinner" size={12} /> Looking through older ones…
        </>
      )}
    </p>
  );
}
