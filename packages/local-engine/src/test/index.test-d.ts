import { Inngest } from "inngest";
import { expect, expectTypeOf, it } from "vitest";
import { createTestEngine, type RunView, type TestClientOptions, type TestEngine } from "./index.ts";
import "./vitest.ts";

it("an app made with the real SDK fits the engine", () => {
  const app = (clientOptions: TestClientOptions) => {
    const client = new Inngest({ id: "shop", ...clientOptions });
    return {
      client,
      functions: [client.createFunction({ id: "order", triggers: [{ event: "go" }] }, async () => 1)],
    };
  };
  expectTypeOf(createTestEngine({ apps: [app] })).toEqualTypeOf<TestEngine>();
  // @ts-expect-error: an app needs a client
  createTestEngine({ apps: [() => ({ functions: [] })] });
});

it("runs and events are typed, data is not assumed", () => {
  expectTypeOf<TestEngine["run"]>().returns.toEqualTypeOf<RunView>();
  expectTypeOf<RunView["output"]>().toBeUnknown();
  expectTypeOf<TestEngine["send"]>().parameter(0).not.toBeAny();
  // @ts-expect-error: a mock has a value or an error
  expectTypeOf<{ stepId: string }>().toExtend<Parameters<TestEngine["mockStep"]>[0]>();
});

it("vitest knows the matchers", () => {
  expectTypeOf(expect(1).toHaveRunStep).parameter(0).toEqualTypeOf<string>();
  expectTypeOf(expect(1).not.toHaveFailed).parameter(0).toEqualTypeOf<string | RegExp | undefined>();
});
