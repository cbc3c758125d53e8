import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DeadLetterFacts } from "./dead-letter-facts.tsx";

const letter = {
  ...{ runId: "01JRUN", app: "mohallamart", workflow: "send-welcome-email", events: [], attempts: 4 },
  ...({ status: "open", failedAt: "2026-11-02T04:30:00.000Z" } as const),
  error: { name: "TypeError", message: "Cannot read properties of undefined" },
};
const shown = (frames?: string[]) =>
  renderToStaticMarkup(
    <DeadLetterFacts
      letter={{ ...letter, error: { ...letter.error, ...(frames && { frames }) } }}
      failedAgain={[]}
      runPage={undefined}
    />,
  );

it("shows the stack trace of a failed run that has one", () => {
  const frames = ["welcome (file:///app/dist/welcome.js:12:3)", "async run (file:///app/dist/step.js:4:1)"];
  expect(shown(frames)).toContain(`<summary>Stack trace</summary><pre`);
  expect(shown(frames)).toContain(frames.join("\n"));
  expect(shown()).not.toContain("Stack trace");
});
