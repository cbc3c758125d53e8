import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Step } from "./step.ts";
import { Timeline } from "./timeline.tsx";

const done = (id: string, at?: string): Step => ({ id, title: id, state: "done", ...(at && { at }) });

function times(steps: Step[]): string[] {
  const html = renderToStaticMarkup(<Timeline title="Progress" steps={steps} settled page="/orders/ord_1" />);
  return [...html.matchAll(/<time[^>]*>(.+?)<\/time>/g)].map(([, text = ""]) =>
    text.replace(/<span[^>]*>(.*)<\/span>/, "$1, ").replace("\u202f", " "),
  );
}

it("seconds are told only where two lines share a minute, and the day where it is another one", () => {
  const steps = [
    done("placed", "2026-11-21T20:00:05.000Z"),
    done("stock", "2026-11-21T20:00:07.000Z"),
    done("email"),
    done("packed", "2026-11-21T20:01:00.000Z"),
    done("shipped", "2026-11-22T20:01:40.000Z"),
  ];
  expect(times(steps)).toEqual(["1:30:05 am", "1:30:07 am", "1:31 am", "23 November, 1:31 am"]);
});
