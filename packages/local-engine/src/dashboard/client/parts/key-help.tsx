const keys: [keys: string, meaning: string][] = [
  ["j  k", "next and previous row"],
  ["Enter", "open the row"],
  ["Esc", "close, go back"],
  ["/", "search"],
  ["g e", "events"],
  ["g r", "runs"],
  ["g f", "functions"],
  ["g m", "realtime messages"],
  ["g t", "metrics"],
  ["g s", "send an event"],
  ["r", "rerun the open run, replay the open event"],
  ["Ctrl Enter", "send what is in the editor"],
  ["?", "this list"],
];

export function KeyHelp() {
  return (
    <dl class="key-help">
      {keys.map(([combination, meaning]) => (
        <div key={combination}>
          <dt>
            {combination.split(/\s+/).map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
