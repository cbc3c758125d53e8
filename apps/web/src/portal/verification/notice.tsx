interface NoticeProps {
  /** What became of what somebody did, by the code in the page's address. */
  outcomes: Readonly<Record<string, string>>;
  code: string | string[] | undefined;
}

/** Says what became of the form that led here; nothing for a code that the page does not know. */
export function Notice({ outcomes, code }: NoticeProps) {
  const text = typeof code === "string" && Object.hasOwn(outcomes, code) ? outcomes[code] : undefined;
  if (text === undefined) return null;
  return (
    <p className="notice" role="status">
      {text}
    </p>
  );
}
