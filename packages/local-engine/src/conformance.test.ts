import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Middleware } from "inngest";
import { describe, expect, it, onTestFinished, type RunnerTask } from "vitest";
import { nameOfCase } from "./conformance/case-name.ts";
import { comparedCases, comparedVersion } from "./conformance/compared.ts";
import { describeEngine } from "./conformance/index.ts";
import { ownBenches } from "./testing/own-benches.ts";

for (const bench of ownBenches) describeEngine(bench);

/** Reports waits for events under an operation's name that no engine knows, as a newer SDK might. */
class NewerSdk extends Middleware.BaseMiddleware {
  readonly id = "newer-sdk";
  override async wrapRequest({ next }: Middleware.WrapRequestArgs): Promise<Middleware.Response> {
    const response = await next();
    return { ...response, body: response.body.replaceAll("WaitForEvent", "WaitForComet") };
  }
}

describe.each(ownBenches)("what the engine does not know: $name", (bench) => {
  it("fails a run on an operation that it does not know, naming it and the step", async () => {
    const options = { startTime: new Date(), maxConcurrentCalls: 1 };
    const engine = await bench.start((inngest) => {
      inngest.middleware.push(NewerSdk);
      return [
        inngest.createFunction({ id: "watch", triggers: [{ event: "go" }] }, async ({ step }) =>
          step.waitForEvent("comet-step", { event: "comet", timeout: "1h" }),
        ),
      ];
    }, options);
    onTestFinished(() => engine.close());
    await engine.send([{ name: "go" }]);
    await engine.settle();
    expect(await engine.runs()).toMatchObject([
      {
        functionId: "app-watch",
        status: "Failed",
        error: {
          name: "UnsupportedOperation",
          message: expect.stringContaining('"WaitForComet" of step "comet-step"'),
        },
      },
    ]);
  });
});

it("names in the README each case that was compared with Inngest's own server, and what was seen", ({
  task,
}) => {
  const caseNames = namesBelow(task.file.tasks).map(nameOfCase);
  const unknown = comparedCases.filter(({ name }) => !caseNames.some((known) => known.startsWith(name)));
  expect(unknown).toEqual([]);
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const heading = `| compared with ${comparedVersion} | seen there |\n|---|---|\n`;
  const [, table = ""] = readme.split(heading);
  const rows = comparedCases.map(({ name, seen }) => `| ${name} | ${seen} |`);
  expect(table.split("\n\n")[0]?.split("\n")).toEqual(rows);
});

function namesBelow(tasks: readonly RunnerTask[]): string[] {
  return tasks.flatMap((task) => ("tasks" in task ? namesBelow(task.tasks) : [task.fullTestName]));
}
