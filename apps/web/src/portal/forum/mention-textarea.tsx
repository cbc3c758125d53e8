"use client";

import { type KeyboardEvent, type TextareaHTMLAttributes, useEffect, useId, useRef, useState } from "react";
import styles from "./forum.module.css";
import { insertHandle, type MentionQuery, queryAt } from "./mention-query.ts";
import { type Suggestion, useSuggestions } from "./use-suggestions.ts";

/**
 * A text in which @ offers the neighbors who live here: arrow keys choose, Enter or Tab takes one, Escape closes. It is
 * an ordinary textarea without scripts, where a full name after the @ does the same.
 */
export function MentionTextarea(attributes: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [query, setQuery] = useState<MentionQuery>();
  const [chosen, setChosen] = useState(0);
  const found = useSuggestions(query?.text);
  const isOpen = query !== undefined && found.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with its first name.
  useEffect(() => setChosen(0), [found]);

  function look() {
    const { value, selectionStart, selectionEnd } = field.current ?? {};
    const isCaret = value !== undefined && selectionStart !== undefined && selectionStart === selectionEnd;
    setQuery(isCaret ? queryAt(value, selectionStart) : undefined);
  }

  function take({ handle }: Suggestion) {
    if (field.current && query) insertHandle(field.current, query, handle);
    setQuery(undefined);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const suggestion = found[chosen];
    if (event.key === "ArrowDown") setChosen((chosen + 1) % found.length);
    else if (event.key === "ArrowUp") setChosen((chosen + found.length - 1) % found.length);
    else if (event.key === "Escape") setQuery(undefined);
    else if ((event.key === "Enter" || event.key === "Tab") && suggestion) take(suggestion);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.mentions}>
      <textarea
        {...attributes}
        ref={field}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        onChange={look}
        onClick={look}
        onKeyDown={onKeyDown}
        onKeyUp={({ key }) => key.startsWith("Arrow") && !isOpen && look()}
        onBlur={() => setQuery(undefined)}
      />
      {isOpen && <SuggestionList id={listId} found={found} chosen={chosen} onTake={take} />}
      <span className="visually-hidden" role="status">
        {isOpen &&
          `${found.length === 1 ? "1 neighbor" : `${found.length} neighbors`}: ${found[chosen]?.handle}. Arrow keys choose, Enter takes.`}
      </span>
    </div>
  );
}

interface SuggestionListProps {
  id: string;
  found: readonly Suggestion[];
  chosen: number;
  onTake: (suggestion: Suggestion) => void;
}

function SuggestionList({ id, found, chosen, onTake }: SuggestionListProps) {
  return (
    <div id={id} role="listbox" aria-label="Neighbors" className={styles.suggestions}>
      {found.map((suggestion, index) => (
        <div
          key={suggestion.userId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            // The text keeps the focus.
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          {suggestion.name}
          {suggestion.unit && <span className="muted"> {suggestion.unit}</span>}
        </div>
      ))}
    </div>
  );
}
